// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.NetworkEndpointsSource;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link NetworkEndpointsSource}: the one of its fields that is set. */
public final class NetworkEndpointsSourceReader {
  private NetworkEndpointsSourceReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<NetworkEndpointsSource> read(ObjectNode in) {
    return in.oneOf("fromCidr", "fromRegistry")
        .flatMap(
            field ->
                switch (field) {
                  case "fromCidr" ->
                      in.stringValue("fromCidr").map(NetworkEndpointsSource.Cidr::new);
                  default ->
                      in.stringValue("fromRegistry").map(NetworkEndpointsSource.Registry::new);
                });
  }
}
