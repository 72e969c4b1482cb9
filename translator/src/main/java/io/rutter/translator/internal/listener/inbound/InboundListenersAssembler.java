// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.translator.internal.listener.chain.BlackHoleChain;
import io.rutter.translator.internal.naming.ListenerNames;
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
            scope,
            LISTEN_PORT,
            BlackHoleChain.of(
                ListenerNames.VIRTUAL_INBOUND_BLACKHOLE,
                scope.settings().proxyInboundListenPort())));
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
}
