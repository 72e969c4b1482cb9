// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.TunnelingConfig;
import io.rutter.model.destinationrule.Tunnel;
import io.rutter.model.destinationrule.TunnelMethod;
import java.util.Optional;

/**
 * Connections carried inside HTTP requests: {@code TcpProxy.TunnelingConfig}. Default: CONNECT.
 * Istio document: Destination Rule, {@code TunnelSettings}.
 */
final class TunnelTranslator {
  private TunnelTranslator() {}

  static TunnelingConfig translate(Tunnel tunnel) {
    String host = tunnel.targetHost();
    return TunnelingConfig.newBuilder()
        .setHostname(
            (host.contains(":") ? "[" + host + "]" : host) + ":" + tunnel.targetPort().orElse(0))
        .setUsePost(tunnel.protocol().equals(Optional.of(TunnelMethod.POST)))
        .build();
  }
}
