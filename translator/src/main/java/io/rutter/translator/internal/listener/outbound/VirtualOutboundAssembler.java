// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.translator.internal.filter.FilterOrigins;
import io.rutter.translator.internal.filter.accesslog.AccessLogTranslator;
import io.rutter.translator.internal.listener.chain.BlackHoleChain;
import io.rutter.translator.internal.listener.chain.ListenerFilters;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;

/**
 * The listener that receives all redirected outbound traffic. It hands each connection over to the
 * listener of its original destination; its own chains handle connections without such a listener.
 * Absent if no traffic is redirected. Istio document: Traffic Routing; Global Mesh Options, {@code
 * proxyListenPort}.
 */
public final class VirtualOutboundAssembler {
  private VirtualOutboundAssembler() {}

  public static Optional<Listener> assemble(ProxyScope scope) {
    InterceptionMode mode = ProxyMetadata.interceptionMode(scope.proxy());
    if (mode == InterceptionMode.NONE) {
      return Optional.empty();
    }
    int port = scope.settings().proxyListenPort();
    ImmutableList<String> wildcards = ProxyAddresses.wildcards(scope.family());
    Listener.Builder listener =
        Listener.newBuilder()
            .setName(ListenerNames.VIRTUAL_OUTBOUND)
            .setAddress(Addresses.tcp(wildcards.get(0), port))
            .setTrafficDirection(TrafficDirection.OUTBOUND)
            .setUseOriginalDst(Wrappers.TRUE)
            .setMaxConnectionsToAcceptPerSocketEvent(Wrappers.uint32(1))
            .addFilterChains(blackHole(scope, port))
            .addAllAccessLog(AccessLogTranslator.listener(scope));
    if (mode == InterceptionMode.TPROXY) {
      listener.setTransparent(Wrappers.TRUE);
    }
    if (scope.mesh().options().dualStack()) {
      listener.addAllAdditionalAddresses(
          Addresses.additionalTcp(wildcards.subList(1, wildcards.size()), port));
    }
    if (scope.sidecar().outboundPolicy().mode() == OutboundPolicy.Mode.ALLOW_ANY_DYNAMIC_DNS) {
      listener
          .addListenerFilters(ListenerFilters.HTTP_INSPECTOR)
          .addFilterChains(UnknownHostChain.of(scope));
    }
    FilterChain others =
        FilterChain.newBuilder()
            .setName(ListenerNames.VIRTUAL_OUTBOUND + "-catchall-tcp")
            .addAllFilters(UnknownDestinationFilters.of(scope))
            .build();
    UnknownDestinationFilters.addOrigin(scope, others);
    Listener made = listener.addFilterChains(others).build();
    if (scope.origins().areKept()) {
      scope.origins().add(made, scope.origins().places().mesh("proxyListenPort"));
      FilterOrigins.addAccessLogs(scope, made, made.getAccessLogCount());
    }
    return Optional.of(made);
  }

  /** Closes connections to the listener's own port, which would loop for ever. */
  private static FilterChain blackHole(ProxyScope scope, int port) {
    FilterChain made = BlackHoleChain.of(ListenerNames.VIRTUAL_OUTBOUND + "-blackhole", port);
    if (scope.origins().areKept()) {
      scope.origins().add(made, scope.origins().places().mesh("proxyListenPort"));
    }
    return made;
  }
}
