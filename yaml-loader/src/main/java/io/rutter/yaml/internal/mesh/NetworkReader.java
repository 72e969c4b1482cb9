// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.Network;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Network} (Istio: {@code Network}). */
public final class NetworkReader {
  private NetworkReader() {}

  /** Reads the fields of the object. */
  public static Network read(ObjectNode in) {
    Network.Builder network = Network.builder();
    network.endpoints(in.objects("endpoints", NetworkEndpointsReader::read));
    network.gateways(in.objects("gateways", NetworkGatewayReader::read));
    return network.build();
  }
}
