// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ForwardClientCertDetails;
import io.rutter.model.mesh.GatewayTopology;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link GatewayTopology} (Istio: {@code Topology}). */
public final class GatewayTopologyReader {
  private GatewayTopologyReader() {}

  /** Reads the fields of the object. */
  public static GatewayTopology read(ObjectNode in) {
    GatewayTopology.Builder gatewayTopology = GatewayTopology.builder();
    in.uint32("numTrustedProxies").ifPresent(gatewayTopology::numTrustedProxies);
    in.enumValue("forwardClientCertDetails", ForwardClientCertDetails.class)
        .ifPresent(gatewayTopology::forwardClientCertDetails);
    in.object("proxyProtocol", ProxyProtocolConfigurationReader::read)
        .ifPresent(gatewayTopology::proxyProtocol);
    return gatewayTopology.build();
  }
}
