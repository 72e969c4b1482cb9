// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.authorization.AuthorizationFilters;
import io.rutter.translator.internal.listener.chain.AssembledListeners;
import io.rutter.translator.internal.listener.gateway.GatewayListenersAssembler;
import io.rutter.translator.internal.listener.inbound.InboundListenersAssembler;
import io.rutter.translator.internal.listener.outbound.OutboundListenersAssembler;
import io.rutter.translator.internal.listener.outbound.VirtualOutboundAssembler;
import io.rutter.translator.internal.resolve.ProxyScope;

/** All listeners of a proxy. Istio document: Global Mesh Options, {@code proxyListenPort}. */
public final class ListenersAssembler {
  private static final AssembledListeners NONE =
      new AssembledListeners(ImmutableList.of(), ImmutableSortedSet.of());

  private ListenersAssembler() {}

  /**
   * Outbound and inbound listeners of a sidecar (none if the mesh has no port for redirected
   * traffic), or the listeners of a gateway's servers.
   */
  public static AssembledListeners assemble(ProxyScope scope, ProblemSink problems) {
    AuthorizationFilters.report(scope, problems);
    if (scope.isGateway()) {
      return GatewayListenersAssembler.assemble(scope, problems);
    }
    return scope.settings().proxyListenPort() > 0 ? sidecar(scope, problems) : NONE;
  }

  private static AssembledListeners sidecar(ProxyScope scope, ProblemSink problems) {
    AssembledListeners outbound = OutboundListenersAssembler.assemble(scope, problems);
    ImmutableList.Builder<Listener> listeners =
        ImmutableList.<Listener>builder().addAll(outbound.listeners());
    VirtualOutboundAssembler.assemble(scope).ifPresent(listeners::add);
    listeners.addAll(InboundListenersAssembler.assemble(scope, problems));
    return new AssembledListeners(listeners.build(), outbound.routeNames());
  }
}
