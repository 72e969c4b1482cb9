// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.model.proxy.InterceptionMode;
import io.rutter.translator.internal.filter.accesslog.AccessLogTranslator;
import io.rutter.translator.internal.listener.chain.ListenerFilters;
import io.rutter.translator.internal.naming.ListenerNames;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/**
 * Filter chains of inbound traffic → {@link Listener}. The timeout of protocol detection is the
 * mesh's, none by default. Istio documents: Global Mesh Options, {@code protocolDetectionTimeout};
 * ProxyConfig, {@code interceptionMode}.
 */
final class InboundListeners {
  private InboundListeners() {}

  /** The listener that receives all redirected traffic. */
  static Listener virtual(ProxyScope scope, ImmutableList<FilterChain> chains) {
    Listener.Builder listener =
        common(
            scope,
            ListenerNames.VIRTUAL_INBOUND,
            ProxyAddresses.wildcards(scope.family()),
            scope.settings().proxyInboundListenPort());
    listener.addListenerFilters(ListenerFilters.ORIGINAL_DST);
    if (ProxyMetadata.interceptionMode(scope.proxy()) == InterceptionMode.TPROXY) {
      listener.setTransparent(Wrappers.TRUE).addListenerFilters(ListenerFilters.ORIGINAL_SRC);
    }
    return withChains(listener, chains);
  }

  /** The listener of a port that clients connect to directly. */
  static Listener bound(ProxyScope scope, InboundPort port, ImmutableList<FilterChain> chains) {
    return withChains(
        common(scope, port.tcpChainName(), port.addresses(), port.targetPort()), chains);
  }

  private static Listener.Builder common(
      ProxyScope scope, String name, ImmutableList<String> addresses, int port) {
    Listener.Builder listener =
        Listener.newBuilder()
            .setName(name)
            .setAddress(Addresses.tcp(addresses.get(0), port))
            .setTrafficDirection(TrafficDirection.INBOUND)
            .setContinueOnListenerFiltersTimeout(true)
            .setListenerFiltersTimeout(Durations.of(scope.settings().protocolDetectionTimeout()))
            .setMaxConnectionsToAcceptPerSocketEvent(Wrappers.uint32(1))
            .addAllAccessLog(AccessLogTranslator.listener(scope));
    if (scope.mesh().options().dualStack()) {
      listener.addAllAdditionalAddresses(
          Addresses.additionalTcp(addresses.subList(1, addresses.size()), port));
    }
    if (ProxyMetadata.isTrue(scope.proxy(), "INBOUND_LISTENER_EXACT_BALANCE")) {
      listener.getConnectionBalanceConfigBuilder().getExactBalanceBuilder();
    }
    return listener;
  }

  private static Listener withChains(Listener.Builder listener, ImmutableList<FilterChain> chains) {
    return listener
        .addAllListenerFilters(InboundInspectors.of(chains))
        .addAllFilterChains(chains)
        .build();
  }
}
