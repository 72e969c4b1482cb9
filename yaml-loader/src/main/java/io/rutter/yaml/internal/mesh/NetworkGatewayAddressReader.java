// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.NetworkGatewayAddress;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link NetworkGatewayAddress}: the one of its fields that is set. */
public final class NetworkGatewayAddressReader {
  private NetworkGatewayAddressReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<NetworkGatewayAddress> read(ObjectNode in) {
    return in.oneOf("registryServiceName", "address")
        .flatMap(
            field ->
                switch (field) {
                  case "registryServiceName" ->
                      in.stringValue("registryServiceName").map(NetworkGatewayAddress.Service::new);
                  default -> in.stringValue("address").map(NetworkGatewayAddress.Address::new);
                });
  }
}
