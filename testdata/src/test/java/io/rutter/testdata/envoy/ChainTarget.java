// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.CallMode;
import io.rutter.translator.XdsResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Where a connection has to go so that a filter chain takes it.
 *
 * @param mode how it reaches the proxy
 * @param address the address that the client means
 * @param port the port that the client means
 * @param tls how TLS is spoken; empty for plain text
 * @param chain the chain
 */
record ChainTarget(
    CallMode mode, String address, int port, Optional<LoopbackRequest.Tls> tls, FilterChain chain) {
  static final String SOME_IPV6_ADDRESS = "2001:db8::5";
  private static final String SOME_ADDRESS = "10.11.12.13";
  private static final int SOME_PORT = 7777;

  /** A target for each chain of the listeners of a proxy that have connections. */
  static ImmutableList<ChainTarget> all(XdsResources proxy, Random random) {
    ImmutableList.Builder<ChainTarget> targets = ImmutableList.builder();
    for (Listener listener : proxy.listeners()) {
      if (LoopbackBootstrap.isTcp(listener.getAddress())) {
        List<FilterChain> chains = new ArrayList<>(listener.getFilterChainsList());
        if (listener.hasDefaultFilterChain()) {
          chains.add(listener.getDefaultFilterChain());
        }
        chains.forEach(chain -> targets.add(of(listener, chain, random)));
      }
    }
    return targets.build();
  }

  private static ChainTarget of(Listener listener, FilterChain chain, Random random) {
    FilterChainMatch match = chain.getFilterChainMatch();
    String bound = listener.getAddress().getSocketAddress().getAddress();
    String address =
        bound.equals("0.0.0.0") ? SOME_ADDRESS : bound.equals("::") ? SOME_IPV6_ADDRESS : bound;
    for (CidrRange range : match.getPrefixRangesList()) {
      address = range.getAddressPrefix();
    }
    CallMode mode = mode(listener);
    int port =
        match.hasDestinationPort()
            ? match.getDestinationPort().getValue()
            : mode == CallMode.INBOUND || listener.getName().equals("virtualOutbound")
                ? SOME_PORT
                : listener.getAddress().getSocketAddress().getPortValue();
    return new ChainTarget(mode, address, port, tls(chain, random), chain);
  }

  private static CallMode mode(Listener listener) {
    if (listener.getName().equals("virtualInbound")) {
      return CallMode.INBOUND;
    }
    return listener.getName().equals("virtualOutbound") || !binds(listener)
        ? CallMode.OUTBOUND
        : CallMode.GATEWAY;
  }

  /** Whether a listener has a port of its own. */
  static boolean binds(Listener listener) {
    return !listener.hasBindToPort() || listener.getBindToPort().getValue();
  }

  private static Optional<LoopbackRequest.Tls> tls(FilterChain chain, Random random) {
    FilterChainMatch match = chain.getFilterChainMatch();
    if (!chain.hasTransportSocket() && !match.getTransportProtocol().equals("tls")) {
      return Optional.empty();
    }
    String name =
        match.getServerNamesCount() == 0
            ? ""
            : match.getServerNames(random.nextInt(match.getServerNamesCount()));
    ImmutableList<String> protocols =
        match.getApplicationProtocolsList().stream()
            .filter(protocol -> !protocol.endsWith("h2"))
            .skip(random.nextInt(2))
            .findFirst()
            .map(ImmutableList::of)
            .orElse(ImmutableList.of("http/1.1"));
    return Optional.of(
        new LoopbackRequest.Tls(
            name.replace("*", "any"), protocols, random.nextInt(4) > 0, Optional.empty()));
  }

  /** The routes of the requests of the chain; absent where it has none. */
  Optional<RouteConfiguration> routes(XdsResources proxy) {
    ImmutableMap.Builder<String, RouteConfiguration> known = ImmutableMap.builder();
    proxy.routes().forEach(routes -> known.put(routes.getName(), routes));
    for (Filter filter : chain.getFiltersList()) {
      if (filter.getTypedConfig().is(HttpConnectionManager.class)) {
        try {
          HttpConnectionManager manager =
              filter.getTypedConfig().unpack(HttpConnectionManager.class);
          return manager.hasRds()
              ? Optional.ofNullable(
                  known.buildKeepingLast().get(manager.getRds().getRouteConfigName()))
              : Optional.of(manager.getRouteConfig());
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return Optional.empty();
  }
}
