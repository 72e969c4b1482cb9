// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.gateway.GatewayServer;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link GatewayServer} (Istio: {@code Server}). */
public final class GatewayServerReader {
  private GatewayServerReader() {}

  /** Reads the fields of the object. */
  public static GatewayServer read(ObjectNode in) {
    GatewayServer.Builder gatewayServer = GatewayServer.builder();
    gatewayServer.port(in.requiredObject("port", GatewayPortReader::read));
    in.string("bind").ifPresent(gatewayServer::bind);
    gatewayServer.hosts(in.strings("hosts"));
    in.object("tls", ServerTlsReader::read).ifPresent(gatewayServer::tls);
    in.string("defaultEndpoint").ifPresent(gatewayServer::defaultEndpoint);
    in.string("name").ifPresent(gatewayServer::name);
    return gatewayServer.build();
  }
}
