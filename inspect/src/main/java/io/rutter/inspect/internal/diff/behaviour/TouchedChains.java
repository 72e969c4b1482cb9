// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
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
    Set<ChainKey> one = keys(before, pair.before());
    Set<ChainKey> other = keys(after, pair.after());
    boolean around = !around(before).equals(around(after));
    return new TouchedChains(touched(one, other, around, pair), touched(other, one, around, pair));
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
    listener.ifPresent(
        found -> {
          for (FilterChain chain : found.getFilterChainsList()) {
            keys.add(ChainKey.of(chain, side));
          }
          if (found.hasDefaultFilterChain()) {
            keys.add(ChainKey.of(found.getDefaultFilterChain(), side));
          }
        });
    return keys;
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
