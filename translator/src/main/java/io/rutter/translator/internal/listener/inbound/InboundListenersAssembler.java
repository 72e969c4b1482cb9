// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.PeerAuthenticationIndex;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/**
 * The inbound listeners of a sidecar: {@code virtualInbound} with the chains of all ports (unless
 * no traffic is redirected), and one listener for each port that clients connect to directly. Istio
 * documents: Traffic Routing; Sidecar, {@code ingress}.
 */
public final class InboundListenersAssembler {
  private static final String LISTEN_PORT = "proxyInboundListenPort";

  private InboundListenersAssembler() {}

  /** The listeners. */
  public static ImmutableList<Listener> assemble(ProxyScope scope, ProblemSink problems) {
    PeerAuthenticationIndex.Effective mutualTls =
        scope
            .mesh()
            .peerAuthentications()
            .forWorkload(scope.proxy().namespace(), scope.proxy().selectableLabels());
    ImmutableList.Builder<Listener> bound = ImmutableList.builder();
    ImmutableList.Builder<FilterChain> redirected = ImmutableList.builder();
    InboundFilterChains chainsOf = new InboundFilterChains(scope, problems);
    redirected.add(
        InboundOrigins.setting(
            scope, LISTEN_PORT, blackHole(scope.settings().proxyInboundListenPort())));
    for (InboundPort port : InboundPorts.undeclared(scope, mutualTls)) {
      redirected.addAll(chainsOf.of(port, mutualTls.modeOf(port.targetPort())));
    }
    for (InboundPort port : InboundPorts.declared(scope, problems)) {
      ImmutableList<FilterChain> chains = chainsOf.of(port, mutualTls.modeOf(port.targetPort()));
      if (port.bound()) {
        bound.add(InboundOrigins.bound(scope, port, InboundListeners.bound(scope, port, chains)));
      } else {
        redirected.addAll(chains);
      }
    }
    if (ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.NONE) {
      return bound.build();
    }
    return ImmutableList.<Listener>builder()
        .add(
            InboundOrigins.setting(
                scope, LISTEN_PORT, InboundListeners.virtual(scope, redirected.build())))
        .addAll(bound.build())
        .build();
  }

  /** Closes connections to the listener's own port, which would loop for ever. */
  private static FilterChain blackHole(int port) {
    return FilterChain.newBuilder()
        .setName(ListenerNames.VIRTUAL_INBOUND_BLACKHOLE)
        .setFilterChainMatch(
            FilterChainMatch.newBuilder().setDestinationPort(Wrappers.uint32(port)))
        .addFilters(
            NetworkFilters.of(
                TcpProxy.newBuilder()
                    .setStatPrefix(ClusterNames.BLACK_HOLE)
                    .setCluster(ClusterNames.BLACK_HOLE)
                    .build()))
        .build();
  }
}
