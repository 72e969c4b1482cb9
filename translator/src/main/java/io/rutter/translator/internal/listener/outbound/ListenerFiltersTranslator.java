// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.Iterables;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.translator.internal.filter.DynamicForwardProxyFilters;
import io.rutter.translator.internal.listener.chain.ListenerFilters;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.List;

/**
 * The filters that an outbound listener needs to select a chain: {@code Listener.listener_filters}.
 * The TLS inspector for server names, the HTTP inspector for protocol detection. Their timeout is
 * the mesh's, none by default. Istio document: Global Mesh Options, {@code
 * protocolDetectionTimeout}.
 */
final class ListenerFiltersTranslator {
  private ListenerFiltersTranslator() {}

  static void translate(ProxyScope scope, List<OutboundChain> chains, Listener.Builder listener) {
    if (Iterables.any(chains, ListenerFiltersTranslator::needsServerName)) {
      listener.addListenerFilters(ListenerFilters.TLS_INSPECTOR);
    }
    boolean detects =
        Iterables.any(chains, chain -> !chain.match().applicationProtocols().isEmpty());
    if (detects) {
      listener.addListenerFilters(ListenerFilters.HTTP_INSPECTOR);
    }
    listener.setListenerFiltersTimeout(
        detects ? Durations.of(scope.settings().protocolDetectionTimeout()) : Durations.ZERO);
  }

  private static boolean needsServerName(OutboundChain chain) {
    return !chain.match().serverNames().isEmpty()
        || (chain.content() instanceof OutboundChain.Content.Network network
            && Iterables.any(
                network.filters(),
                filter ->
                    filter.getName().equals(DynamicForwardProxyFilters.SNI_DYNAMIC_FORWARD_PROXY)));
  }
}
