// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.gateway.GatewayPort;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link GatewayPort} (Istio: {@code Port}). */
public final class GatewayPortReader {
  private GatewayPortReader() {}

  /** Reads the fields of the object. */
  public static GatewayPort read(ObjectNode in) {
    GatewayPort.Builder gatewayPort = GatewayPort.builder();
    in.port("number").ifPresent(gatewayPort::number);
    gatewayPort.protocol(in.requiredString("protocol"));
    gatewayPort.name(in.requiredString("name"));
    in.port("targetPort").ifPresent(gatewayPort::targetPort);
    return gatewayPort.build();
  }
}
