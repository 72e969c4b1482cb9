// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.translator.internal.proto.Anys;

/** Transport sockets under Envoy's well-known names. */
public final class TransportSockets {
  private static final String TLS = "envoy.transport_sockets.tls";

  private TransportSockets() {}

  /** TLS of a server over TCP. */
  public static TransportSocket of(DownstreamTlsContext context) {
    return TransportSocket.newBuilder().setName(TLS).setTypedConfig(Anys.pack(context)).build();
  }

  /** TLS of a client. */
  public static TransportSocket of(UpstreamTlsContext context) {
    return TransportSocket.newBuilder().setName(TLS).setTypedConfig(Anys.pack(context)).build();
  }

  /** QUIC of a server, with its TLS. */
  public static TransportSocket quic(DownstreamTlsContext context) {
    return TransportSocket.newBuilder()
        .setName("envoy.transport_sockets.quic")
        .setTypedConfig(
            Anys.pack(
                QuicDownstreamTransport.newBuilder().setDownstreamTlsContext(context).build()))
        .build();
  }
}
