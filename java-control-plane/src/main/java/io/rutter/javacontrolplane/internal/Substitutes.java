// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.XdsClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in place of resources that a state does not hold: without an answer Envoy would wait.
 * Secrets are among it; they stay as they are until they are asked for again.
 *
 * <p>Not safe for threads: its stream calls it under a lock.
 */
final class Substitutes {
  private final SecretSource source;

  /** The secrets of this stream that there are, and are not. */
  private final Map<String, Optional<ResourceBytes>> secrets = new HashMap<>();

  private XdsClient client;

  /** The substitutes for one stream. */
  Substitutes(SecretSource source, Peer peer) {
    this.source = source;
    this.client = peer.client("");
  }

  /** The client has said who it is. */
  void onIdentified(XdsClient identified) {
    client = identified;
  }

  /** The substitute for a resource; empty where there is none to be had. */
  Optional<ResourceBytes> named(String typeUrl, String name) {
    return switch (typeUrl) {
      case Resources.V3.ENDPOINT_TYPE_URL ->
          Optional.of(bytes(ClusterLoadAssignment.newBuilder().setClusterName(name).build()));
      case Resources.V3.ROUTE_TYPE_URL ->
          Optional.of(bytes(RouteConfiguration.newBuilder().setName(name).build()));
      case Resources.V3.SECRET_TYPE_URL -> secret(name);
      default -> Optional.empty();
    };
  }

  /** The secret of this name, if there is one. */
  Optional<ResourceBytes> secret(String name) {
    Optional<ResourceBytes> known = secrets.get(name);
    if (known == null) {
      if (secrets.size() >= Bounds.SECRETS) {
        secrets.clear();
      }
      known = source.named(name, client).map(Substitutes::bytes);
      secrets.put(name, known);
    }
    return known;
  }

  /**
   * Asks for the secrets again.
   *
   * @param used those that are still of interest; the others are forgotten
   * @return those that are there and differ from what they were
   */
  ImmutableSet<String> refresh(ImmutableSet<String> used) {
    secrets.keySet().retainAll(used);
    Map<String, Optional<ResourceBytes>> before = new HashMap<>(secrets);
    secrets.clear();
    ImmutableSet.Builder<String> changed = ImmutableSet.builder();
    before.forEach(
        (name, was) -> {
          Optional<String> version = secret(name).map(ResourceBytes::version);
          if (version.isPresent() && !version.equals(was.map(ResourceBytes::version))) {
            changed.add(name);
          }
        });
    return changed.build();
  }

  private static ResourceBytes bytes(Message message) {
    return new ResourceBytes(Any.pack(message));
  }
}
