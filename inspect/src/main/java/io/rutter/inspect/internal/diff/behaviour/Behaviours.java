// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares the calls of many proxies; what several have alike is compared once. */
public final class Behaviours {
  /** What decides about the calls to a listener: proxies with equal keys have equal differences. */
  private record Key(
      CallMode mode,
      String address,
      Optional<Listener> before,
      Optional<Listener> after,
      TouchedChains chains,
      List<Optional<RouteConfiguration>> routes,
      ChangedClusters changed,
      List<Object> beside) {}

  private final SourceMap sourcesBefore;
  private final SourceMap sourcesAfter;
  private final RouteReferences references = new RouteReferences();
  private final Map<Key, Drafts> known = new HashMap<>();
  private final List<BehaviourDifference> found = new ArrayList<>();
  private final Map<Drafts.Shown, Drafts.Sides> sides = new HashMap<>();
  private final Set<String> bounded = new LinkedHashSet<>();

  public Behaviours(SourceMap sourcesBefore, SourceMap sourcesAfter) {
    this.sourcesBefore = sourcesBefore;
    this.sourcesAfter = sourcesAfter;
  }

  /** Compares the calls of one proxy. */
  public void add(XdsResources before, XdsUpdate update) {
    if (update.isEmpty()) {
      return;
    }
    XdsResources after = update.resources();
    ProxyPair pair =
        ProxyPair.of(
            new ProxySide(before, sourcesBefore),
            new ProxySide(after, sourcesAfter),
            update,
            references);
    Map<String, Listener> old = byName(before);
    Map<String, Listener> current = byName(after);
    Set<String> names = new LinkedHashSet<>(current.keySet());
    names.addAll(old.keySet());
    for (String name : names) {
      Optional<Listener> one = Optional.ofNullable(old.get(name));
      Optional<Listener> other = Optional.ofNullable(current.get(name));
      TouchedChains chains = TouchedChains.of(one, other, pair);
      if (!chains.isEmpty()) {
        compare(one, other, chains, pair);
      }
    }
  }

  private static Map<String, Listener> byName(XdsResources resources) {
    Map<String, Listener> listeners = new TreeMap<>();
    resources.listeners().forEach(listener -> listeners.put(listener.getName(), listener));
    return listeners;
  }

  private void compare(
      Optional<Listener> before, Optional<Listener> after, TouchedChains chains, ProxyPair pair) {
    Drafts drafts =
        known.computeIfAbsent(
            key(before, after, chains, pair),
            key -> ListenerComparison.of(before, after, chains, pair));
    bounded.addAll(drafts.bounded());
    drafts.sides().forEach(sides::putIfAbsent);
    String proxy = pair.after().resources().proxy().id();
    drafts.all().stream()
        .map(one -> one.toBuilder().proxies(ImmutableList.of(proxy)).build())
        .forEach(found::add);
  }

  private static Key key(
      Optional<Listener> before, Optional<Listener> after, TouchedChains chains, ProxyPair pair) {
    Listener any = after.or(() -> before).orElseThrow();
    CallMode mode = Connections.mode(pair.after().resources().proxy(), any);
    ImmutableList.Builder<Optional<RouteConfiguration>> routes = ImmutableList.builder();
    for (ChainKey chain : chains.all()) {
      routes.add(pair.before().index().routes(chain.routesName()));
      routes.add(pair.after().index().routes(chain.routesName()));
    }
    return new Key(
        mode,
        mode == CallMode.OUTBOUND
            ? ""
            : String.valueOf(pair.after().resources().proxy().ipAddresses()),
        before.map(Behaviours::place),
        after.map(Behaviours::place),
        chains,
        routes.build(),
        pair.changed(),
        before.isPresent() && after.isPresent() ? ImmutableList.of() : beside(any, pair));
  }

  /** A listener without its chains and without what makes no difference to calls. */
  private static Listener place(Listener listener) {
    return listener.toBuilder()
        .clearFilterChains()
        .clearDefaultFilterChain()
        .clearMetadata()
        .clearAccessLog()
        .build();
  }

  /** Listeners that take what the other side has no listener for. */
  private static ImmutableList<Object> beside(Listener listener, ProxyPair pair) {
    int port = listener.getAddress().getSocketAddress().getPortValue();
    ImmutableList.Builder<Object> all = ImmutableList.builder();
    for (ProxySide side : new ProxySide[] {pair.before(), pair.after()}) {
      for (Listener other : side.index().listeners()) {
        boolean takes =
            other.getName().equals("virtualOutbound")
                || other.getAddress().getSocketAddress().getPortValue() == port;
        if (takes) {
          other.getFilterChainsList().forEach(chain -> all.add(ChainKey.of(chain, side)));
          all.add(ChainKey.of(other.getDefaultFilterChain(), side));
        }
      }
    }
    return all.build();
  }

  /** All differences, alike ones of several proxies as one. */
  public ImmutableList<BehaviourDifference> all() {
    return Drafts.joined(
            found,
            one -> one.proxies(),
            (one, proxies) -> one.toBuilder().proxies(ImmutableList.sortedCopyOf(proxies)).build())
        .stream()
        .sorted(
            Comparator.comparing(BehaviourDifference::direction)
                .thenComparing(one -> one.targets().get(0))
                .thenComparing(one -> String.join(" ", one.conditions()))
                .thenComparing(one -> one.proxies().toString()))
        .map(this::withCauses)
        .collect(toImmutableList());
  }

  /** Looked up at last, for what is told: they are not kept with resources and cost a lot. */
  private BehaviourDifference withCauses(BehaviourDifference difference) {
    Drafts.Sides shown = requireNonNull(sides.get(Drafts.Shown.of(difference)));
    return difference.toBuilder()
        .causesBefore(Causes.of(shown.before().explain(difference.example()), difference.changes()))
        .causesAfter(Causes.of(shown.after().explain(difference.example()), difference.changes()))
        .build();
  }

  /** Targets of which not all calls were looked at, because there are too many different ones. */
  public ImmutableSortedSet<String> bounded() {
    return ImmutableSortedSet.copyOf(bounded);
  }
}
