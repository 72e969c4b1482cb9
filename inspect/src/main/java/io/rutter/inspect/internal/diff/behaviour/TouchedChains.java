// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The filter chains of a listener on which calls may end differently.
 *
 * @param before those of before
 * @param after those of after
 */
record TouchedChains(ImmutableSet<ChainKey> before, ImmutableSet<ChainKey> after) {

  static TouchedChains of(Optional<Listener> before, Optional<Listener> after, ProxyPair pair) {
    if (isSame(before, after)) {
      return ofSame(after.orElseThrow(), pair);
    }
    Set<ChainKey> one = keys(before, pair.before());
    Set<ChainKey> other = keys(after, pair.after());
    boolean around = !around(before).equals(around(after));
    return new TouchedChains(touched(one, other, around, pair), touched(other, one, around, pair));
  }

  /** Resources that no input of changed are the same objects on both sides. */
  @SuppressWarnings("ReferenceEquality") // Only saves work: equal listeners are found equal below.
  private static boolean isSame(Optional<Listener> before, Optional<Listener> after) {
    return before.isPresent() && after.isPresent() && before.get() == after.get();
  }

  /** Of the same listener on both sides, only chains that lead to changes are touched. */
  private static TouchedChains ofSame(Listener listener, ProxyPair pair) {
    if (pair.touchedRoutes().isEmpty() && pair.changed().states().isEmpty()) {
      return new TouchedChains(ImmutableSet.of(), ImmutableSet.of());
    }
    ImmutableSet<ChainKey> touched =
        chains(listener).stream()
            .filter(chain -> mayLeadToChanges(chain, pair))
            .map(chain -> ChainKey.of(chain, pair.after()))
            .filter(chain -> leadsToChanges(chain, pair))
            .collect(toImmutableSet());
    return new TouchedChains(touched, touched);
  }

  /** Told without the index of the proxy, which many proxies are spared so. */
  private static boolean mayLeadToChanges(FilterChain chain, ProxyPair pair) {
    return chain.getFiltersList().stream()
        .map(Filter::getTypedConfig)
        .anyMatch(config -> routesMayLead(config, pair) || connectionsMayLead(config, pair));
  }

  private static boolean routesMayLead(Any config, ProxyPair pair) {
    return UnpackedConfig.of(config, HttpConnectionManager.class)
        .map(
            manager ->
                manager.hasRouteConfig()
                    ? pair.references().leadsTo(manager.getRouteConfig(), pair.changed())
                    : pair.touchedRoutes().contains(manager.getRds().getRouteConfigName()))
        .orElse(false);
  }

  private static boolean connectionsMayLead(Any config, ProxyPair pair) {
    return !pair.changed().states().isEmpty()
        && UnpackedConfig.of(config, TcpProxy.class)
            .map(proxy -> pair.changed().anyOf(ChainKey.clusterNames(proxy)))
            .orElse(false);
  }

  private static ImmutableSet<ChainKey> touched(
      Set<ChainKey> chains, Set<ChainKey> others, boolean all, ProxyPair pair) {
    return chains.stream()
        .filter(chain -> all || !others.contains(chain) || leadsToChanges(chain, pair))
        .collect(toImmutableSet());
  }

  private static boolean leadsToChanges(ChainKey chain, ProxyPair pair) {
    if (pair.changed().anyOf(chain.clusterNames())) {
      return true;
    }
    if (!chain.routesName().isEmpty()) {
      return pair.touchedRoutes().contains(chain.routesName());
    }
    Optional<RouteConfiguration> routes = chain.routes();
    return routes.isPresent() && pair.references().leadsTo(routes.get(), pair.changed());
  }

  private static Set<ChainKey> keys(Optional<Listener> listener, ProxySide side) {
    Set<ChainKey> keys = new LinkedHashSet<>();
    listener.ifPresent(found -> chains(found).forEach(chain -> keys.add(ChainKey.of(chain, side))));
    return keys;
  }

  private static ImmutableList<FilterChain> chains(Listener listener) {
    ImmutableList.Builder<FilterChain> chains = ImmutableList.builder();
    chains.addAll(listener.getFilterChainsList());
    if (listener.hasDefaultFilterChain()) {
      chains.add(listener.getDefaultFilterChain());
    }
    return chains.build();
  }

  /** A listener without its chains and without what makes no difference to calls. */
  private static Optional<Listener> around(Optional<Listener> listener) {
    return listener.map(
        found ->
            found.toBuilder()
                .clearFilterChains()
                .clearDefaultFilterChain()
                .clearMetadata()
                .clearName()
                .clearStatPrefix()
                .clearAccessLog()
                .build());
  }

  boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  /** All of them. */
  ImmutableList<ChainKey> all() {
    Set<ChainKey> all = new LinkedHashSet<>(before);
    all.addAll(after);
    return ImmutableList.copyOf(all);
  }

  /** The ports that they ask for. */
  Set<Integer> ports() {
    Set<Integer> ports = new HashSet<>();
    for (ChainKey chain : all()) {
      if (chain.match().hasDestinationPort()) {
        ports.add(chain.match().getDestinationPort().getValue());
      }
    }
    return ports;
  }
}
