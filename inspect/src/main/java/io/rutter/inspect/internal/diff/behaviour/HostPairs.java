// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.config.DomainIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All pairs of virtual hosts that requests meet on both sides, by the domains of both: each whole
 * domain, a host for each wildcard, and one that has the tail of one wildcard and the head of
 * another.
 */
final class HostPairs {
  /** A host of which no domain but {@code *} knows. */
  private static final String UNKNOWN = "unknown.example";

  private static final String ANY = "any";
  private static final int NONE = -1;

  /** So many heads and tails are put together at most. */
  private static final int MOST_MIXED = 2000;

  /**
   * The virtual hosts of both sides for some hosts.
   *
   * @param hosts hosts of which this is so; at least one
   */
  record Pair(
      ImmutableList<String> hosts, Optional<VirtualHost> before, Optional<VirtualHost> after) {}

  private record Side(Optional<RouteConfiguration> routes, Optional<DomainIndex> domains) {
    static Side of(CallEnd end, Optional<RouteConfiguration> routes) {
      return new Side(routes, routes.map(found -> end.side().index().domains(found)));
    }

    int find(String host) {
      String asked =
          routes.isPresent() && routes.get().getIgnorePortInHostMatching()
              ? Hosts.withoutPort(host)
              : host;
      return domains
          .flatMap(index -> index.matches(asked).stream().findFirst())
          .map(DomainIndex.Match::host)
          .orElse(NONE);
    }

    Optional<VirtualHost> get(int host) {
      return host == NONE ? Optional.empty() : domains.map(index -> index.hosts().get(host));
    }
  }

  private record Key(int before, int after) {}

  private HostPairs() {}

  /** Whether this stands for all hosts of which no domain but {@code *} knows. */
  static boolean isUnknown(String host) {
    return host.equals(UNKNOWN);
  }

  /**
   * The pairs.
   *
   * @param more further hosts that are of interest
   */
  static ImmutableList<Pair> of(
      CallEnd before,
      Optional<RouteConfiguration> routesBefore,
      CallEnd after,
      Optional<RouteConfiguration> routesAfter,
      Iterable<String> more) {
    Side one = Side.of(before, routesBefore);
    Side other = Side.of(after, routesAfter);
    Map<Key, List<String>> pairs = new LinkedHashMap<>();
    Set<String> hosts = hosts(routesBefore, routesAfter);
    more.forEach(hosts::add);
    for (String host : hosts) {
      Key key = new Key(one.find(host), other.find(host));
      pairs.computeIfAbsent(key, found -> new ArrayList<>()).add(host);
    }
    return pairs.entrySet().stream()
        .map(
            pair ->
                new Pair(
                    ImmutableList.copyOf(pair.getValue()),
                    one.get(pair.getKey().before()),
                    other.get(pair.getKey().after())))
        .collect(toImmutableList());
  }

  private static Set<String> hosts(
      Optional<RouteConfiguration> before, Optional<RouteConfiguration> after) {
    Set<String> hosts = new LinkedHashSet<>();
    Set<String> heads = new LinkedHashSet<>();
    Set<String> tails = new LinkedHashSet<>();
    Stream.of(before, after)
        .flatMap(Optional::stream)
        .flatMap(routes -> routes.getVirtualHostsList().stream())
        .flatMap(host -> host.getDomainsList().stream())
        .filter(domain -> !domain.equals("*"))
        .forEach(
            domain -> {
              if (domain.startsWith("*")) {
                tails.add(domain.substring(1));
              } else if (domain.endsWith("*")) {
                heads.add(domain.substring(0, domain.length() - 1));
              } else {
                hosts.add(domain);
              }
            });
    tails.forEach(tail -> hosts.add(ANY + tail));
    heads.forEach(head -> hosts.add(head + ANY));
    heads.stream()
        .flatMap(head -> tails.stream().map(tail -> head + ANY + tail))
        .limit(MOST_MIXED)
        .forEach(hosts::add);
    hosts.add(UNKNOWN);
    return hosts;
  }
}
