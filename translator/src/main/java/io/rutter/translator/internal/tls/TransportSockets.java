// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.translator.internal.proto.Anys;

/** Transport sockets under the names by which Envoy knows them. */
public final class TransportSockets {
  private static final String TLS = "envoy.transport_sockets.tls";

  private TransportSockets() {}

  /** A server's TLS over TCP. */
  public static TransportSocket of(DownstreamTlsContext context) {
    return TransportSocket.newBuilder().setName(TLS).setTypedConfig(Anys.pack(context)).build();
  }

  /** A client's TLS. */
  public static TransportSocket of(UpstreamTlsContext context) {
    return TransportSocket.newBuilder().setName(TLS).setTypedConfig(Anys.pack(context)).build();
  }

  /** A server's QUIC, with TLS inside of it. */
  public static TransportSocket quic(DownstreamTlsContext context) {
    return TransportSocket.newBuilder()
        .setName("envoy.transport_sockets.quic")
        .setTypedConfig(
            Anys.pack(
                QuicDownstreamTransport.newBuilder().setDownstreamTlsContext(context).build()))
        .build();
  }
}
