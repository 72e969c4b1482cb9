// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.core.v3.ProxyProtocolConfig;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport;
import io.rutter.model.destinationrule.ProxyProtocol;
import io.rutter.translator.internal.proto.Anys;
import java.util.Optional;

/** {@link ProxyProtocol} → {@link ProxyProtocolUpstreamTransport} around another socket. */
final class ProxyProtocolTranslator {
  private static final String NAME = "envoy.transport_sockets.upstream_proxy_protocol";

  private ProxyProtocolTranslator() {}

  /** The socket with a PROXY header before its first bytes; unchanged where none is asked for. */
  static TransportSocket wrap(TransportSocket socket, Optional<ProxyProtocol> proxyProtocol) {
    return proxyProtocol.map(protocol -> wrap(socket, protocol)).orElse(socket);
  }

  private static TransportSocket wrap(TransportSocket socket, ProxyProtocol protocol) {
    return TransportSocket.newBuilder()
        .setName(NAME)
        .setTypedConfig(
            Anys.pack(
                ProxyProtocolUpstreamTransport.newBuilder()
                    .setConfig(ProxyProtocolConfig.newBuilder().setVersion(version(protocol)))
                    .setTransportSocket(socket)
                    .build()))
        .build();
  }

  private static ProxyProtocolConfig.Version version(ProxyProtocol protocol) {
    return switch (protocol.version()) {
      case V1 -> ProxyProtocolConfig.Version.V1;
      case V2 -> ProxyProtocolConfig.Version.V2;
    };
  }
}
