// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.yaml.internal.common.ProtocolReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Gateway}. */
public final class GatewayReader {
  private GatewayReader() {}

  /** Reads the spec. */
  public static Gateway gateway(ObjectMeta metadata, ObjectNode in) {
    return Gateway.builder()
        .metadata(metadata)
        .servers(in.objects("servers", GatewayReader::gatewayServer))
        .selector(in.stringMap("selector"))
        .build();
  }

  /** Istio: {@code Server}. */
  private static GatewayServer gatewayServer(ObjectNode in) {
    GatewayServer.Builder server = GatewayServer.builder();
    server.port(in.requiredObject("port", GatewayReader::gatewayPort));
    in.string("bind").ifPresent(server::bind);
    server.hosts(in.strings("hosts"));
    in.object("tls", ServerTlsReader::serverTls).ifPresent(server::tls);
    in.string("defaultEndpoint").ifPresent(server::defaultEndpoint);
    in.string("name").ifPresent(server::name);
    return server.build();
  }

  /** Istio: {@code Port}. */
  private static GatewayPort gatewayPort(ObjectNode in) {
    GatewayPort.Builder port = GatewayPort.builder();
    in.port("number").ifPresent(port::number);
    ProtocolReader.protocol(in).ifPresent(port::protocol);
    port.name(in.requiredString("name"));
    in.port("targetPort").ifPresent(port::targetPort);
    return port.build();
  }
}
