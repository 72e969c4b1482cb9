// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.translator.internal.filter.FilterOrigins;
import io.rutter.translator.internal.filter.HttpConnectionManagers;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.IstioMetadata;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.function.Supplier;

/**
 * {@link OutboundListener} → {@link Listener}. A catch-all chain becomes the default chain, because
 * Envoy would otherwise close connections that partly match a narrower chain. Without a catch-all
 * chain, the default chain handles unknown destinations. TLS handshakes time out after 15 seconds.
 * Istio document: Traffic Routing.
 */
final class OutboundListenerTranslator {
  private static final Duration HANDSHAKE_TIMEOUT = Durations.ofSeconds(15);

  private final ProxyScope scope;
  private final HttpConnectionManagers connectionManagers;

  /** The default chain for connections that match no chain. */
  private final Supplier<FilterChain> passthrough = Suppliers.memoize(this::passthrough)::get;

  OutboundListenerTranslator(ProxyScope scope) {
    this.scope = scope;
    this.connectionManagers = new HttpConnectionManagers(scope);
  }

  Listener translate(OutboundListener outbound) {
    Listener.Builder listener =
        Listener.newBuilder()
            .setName(outbound.name())
            .setAddress(Addresses.tcp(outbound.binding().main(), outbound.port()))
            .addAllAdditionalAddresses(
                Addresses.additionalTcp(outbound.binding().extra(), outbound.port()))
            .setTrafficDirection(TrafficDirection.OUTBOUND)
            .setContinueOnListenerFiltersTimeout(true);
    switch (outbound.binding().capture()) {
      case BOUND -> listener.setMaxConnectionsToAcceptPerSocketEvent(Wrappers.uint32(1));
      case REDIRECTED -> listener.setBindToPort(Wrappers.FALSE);
    }
    if (ProxyMetadata.isTrue(scope.proxy(), "OUTBOUND_LISTENER_EXACT_BALANCE")) {
      listener.getConnectionBalanceConfigBuilder().getExactBalanceBuilder();
    }
    ListenerFiltersTranslator.translate(scope, outbound.chains(), listener);
    chains(outbound, listener);
    Listener made = listener.build();
    origins(made, outbound);
    return made;
  }

  /** Tells what the listener is made from: services, and the Sidecar that declares the port. */
  private void origins(Listener made, OutboundListener outbound) {
    if (!scope.origins().areKept()) {
      return;
    }
    outbound.origins().forEach(part -> scope.origins().add(made, part));
    EgressBindings.declared(scope, outbound.port())
        .ifPresent(part -> scope.origins().add(made, part));
    FilterOrigins.addAccessLogs(scope, made, made.getAccessLogCount());
  }

  private void chains(OutboundListener outbound, Listener.Builder listener) {
    for (OutboundChain chain : outbound.chains()) {
      if (!chain.match().isAll()) {
        listener.addFilterChains(
            built(chain, chain(chain).setFilterChainMatch(chain.match().toFilterChainMatch())));
      } else if (outbound.chains().size() == 1) {
        listener.addFilterChains(built(chain, chain(chain)));
      } else {
        listener.setDefaultFilterChain(built(chain, chain(chain)));
      }
    }
    if (outbound.chains().stream().noneMatch(chain -> chain.match().isAll())) {
      listener.setDefaultFilterChain(passthrough.get());
    }
  }

  private FilterChain passthrough() {
    FilterChain made =
        FilterChain.newBuilder()
            .setName("PassthroughFilterChain")
            .setFilterChainMatch(FilterChainMatch.getDefaultInstance())
            .addAllFilters(UnknownDestinationFilters.of(scope))
            .build();
    UnknownDestinationFilters.addOrigin(scope, made);
    return made;
  }

  private FilterChain.Builder chain(OutboundChain chain) {
    FilterChain.Builder built =
        FilterChain.newBuilder()
            .addAllFilters(filters(chain.content()))
            .setTransportSocketConnectTimeout(HANDSHAKE_TIMEOUT);
    chain.origin().map(ConfigPart::object).map(IstioMetadata::config).ifPresent(built::setMetadata);
    return built;
  }

  private FilterChain built(OutboundChain chain, FilterChain.Builder builder) {
    FilterChain made = builder.build();
    chain.origin().ifPresent(part -> scope.origins().add(made, part));
    chain.from().forEach(part -> scope.origins().add(made, part));
    return made;
  }

  private ImmutableList<Filter> filters(OutboundChain.Content content) {
    if (content instanceof OutboundChain.Content.Http http) {
      return ImmutableList.of(NetworkFilters.of(scope, connectionManagers.of(http.options())));
    }
    return ((OutboundChain.Content.Network) content).filters();
  }
}
