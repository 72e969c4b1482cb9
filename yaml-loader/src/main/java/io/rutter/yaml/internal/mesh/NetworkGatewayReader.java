// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.NetworkGateway;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link NetworkGateway} (Istio: {@code Network.IstioNetworkGateway}). */
public final class NetworkGatewayReader {
  private NetworkGatewayReader() {}

  /** Reads the fields of the object. */
  public static NetworkGateway read(ObjectNode in) {
    NetworkGateway.Builder networkGateway = NetworkGateway.builder();
    NetworkGatewayAddressReader.read(in).ifPresent(networkGateway::gateway);
    in.port("port").ifPresent(networkGateway::port);
    in.string("locality").ifPresent(networkGateway::locality);
    return networkGateway.build();
  }
}
