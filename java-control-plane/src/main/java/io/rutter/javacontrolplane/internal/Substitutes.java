// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.javacontrolplane.SecretSource;
import java.util.Optional;

/**
 * What stands in place of resources that a state does not hold: without an answer Envoy would wait.
 */
record Substitutes(SecretSource secrets) {
  /** The substitute for a resource; empty where there is none to be had. */
  Optional<ResourceBytes> named(String typeUrl, String name) {
    Optional<Message> message =
        switch (typeUrl) {
          case Resources.V3.ENDPOINT_TYPE_URL ->
              Optional.of(ClusterLoadAssignment.newBuilder().setClusterName(name).build());
          case Resources.V3.ROUTE_TYPE_URL ->
              Optional.of(RouteConfiguration.newBuilder().setName(name).build());
          case Resources.V3.SECRET_TYPE_URL -> secrets.named(name).map(Message.class::cast);
          default -> Optional.empty();
        };
    return message.map(one -> new ResourceBytes(Any.pack(one)));
  }
}
