// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.protobuf.Struct;
import com.google.protobuf.util.Structs;
import com.google.protobuf.util.Values;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.TransportSocketMatch;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer;
import io.rutter.model.destinationrule.ProxyProtocol;
import io.rutter.translator.internal.proto.Anys;
import java.util.Optional;

/**
 * TLS and PROXY protocol of a cluster → its transport socket; with automatic mutual TLS two
 * matches, for endpoints with the {@code tlsMode} label and for the others. Istio document:
 * Security, Auto mutual TLS.
 */
final class UpstreamTlsTranslator {
  private static final String TLS = "envoy.transport_sockets.tls";

  private static final Struct TAKES_MUTUAL_TLS = Structs.of("tlsMode", Values.of("istio"));

  private static final TransportSocket RAW_BUFFER =
      TransportSocket.newBuilder()
          .setName("envoy.transport_sockets.raw_buffer")
          .setTypedConfig(Anys.pack(RawBuffer.getDefaultInstance()))
          .build();

  /** Istio uses a short name for the socket below a PROXY header; Envoy finds it by its type. */
  private static final TransportSocket RAW_BUFFER_BELOW_HEADER =
      RAW_BUFFER.toBuilder().setName("raw_buffer").build();

  private static final TransportSocketMatch PLAIN_TEXT =
      match("tlsMode-disabled", Struct.getDefaultInstance(), RAW_BUFFER);

  private UpstreamTlsTranslator() {}

  /** Sets these fields of a cluster; none for plain text. */
  static void translate(
      UpstreamTls tls, Optional<ProxyProtocol> proxyProtocol, Cluster.Builder cluster) {
    Optional<TransportSocket> secured =
        tls.context()
            .map(
                context ->
                    TransportSocket.newBuilder()
                        .setName(TLS)
                        .setTypedConfig(Anys.pack(context))
                        .build());
    if (secured.isPresent() && tls.perEndpoint()) {
      cluster
          .addTransportSocketMatches(
              match(
                  "tlsMode-istio",
                  TAKES_MUTUAL_TLS,
                  ProxyProtocolTranslator.wrap(secured.get(), proxyProtocol)))
          .addTransportSocketMatches(
              proxyProtocol.isEmpty()
                  ? PLAIN_TEXT
                  : match(
                      "tlsMode-disabled",
                      Struct.getDefaultInstance(),
                      ProxyProtocolTranslator.wrap(RAW_BUFFER, proxyProtocol)));
    } else if (secured.isPresent() || proxyProtocol.isPresent()) {
      cluster.setTransportSocket(
          ProxyProtocolTranslator.wrap(secured.orElse(RAW_BUFFER_BELOW_HEADER), proxyProtocol));
    }
  }

  private static TransportSocketMatch match(String name, Struct match, TransportSocket socket) {
    return TransportSocketMatch.newBuilder()
        .setName(name)
        .setMatch(match)
        .setTransportSocket(socket)
        .build();
  }
}
