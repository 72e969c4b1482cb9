// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProxyClusterName;
import io.rutter.model.mesh.TracingServiceName;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link ProxyClusterName}: the one of its fields that is set. */
public final class ProxyClusterNameReader {
  private ProxyClusterNameReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<ProxyClusterName> read(ObjectNode in) {
    return in.oneOf("serviceCluster", "tracingServiceName")
        .flatMap(
            field ->
                switch (field) {
                  case "serviceCluster" ->
                      in.stringValue("serviceCluster").map(ProxyClusterName.Fixed::new);
                  default ->
                      in.enumValue("tracingServiceName", TracingServiceName.class)
                          .map(ProxyClusterName.Derived::new);
                });
  }
}
