// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The virtual hosts of a route configuration by their domains, so that a request need not search
 * all of them. The first of two equal domains counts.
 */
public final class DomainIndex {
  /**
   * A virtual host by one of its domains.
   *
   * @param host its position in the route configuration
   * @param domain the domain as written
   */
  public record Match(int host, String domain) {}

  private final ImmutableList<VirtualHost> hosts;
  private final ImmutableList<String> conditions;
  private final Map<String, Match> domains;
  private final ImmutableSortedSet<Integer> suffixLengths;
  private final ImmutableSortedSet<Integer> prefixLengths;

  private DomainIndex(
      ImmutableList<VirtualHost> hosts,
      ImmutableList<String> conditions,
      Map<String, Match> domains,
      ImmutableSortedSet<Integer> suffixLengths,
      ImmutableSortedSet<Integer> prefixLengths) {
    this.hosts = hosts;
    this.conditions = conditions;
    this.domains = domains;
    this.suffixLengths = suffixLengths;
    this.prefixLengths = prefixLengths;
  }

  static DomainIndex of(RouteConfiguration routes) {
    Map<String, Match> domains = new HashMap<>();
    ImmutableSortedSet.Builder<Integer> suffixLengths =
        ImmutableSortedSet.orderedBy(Comparator.<Integer>reverseOrder());
    ImmutableSortedSet.Builder<Integer> prefixLengths =
        ImmutableSortedSet.orderedBy(Comparator.<Integer>reverseOrder());
    for (int i = 0; i < routes.getVirtualHostsCount(); i++) {
      for (String domain : routes.getVirtualHosts(i).getDomainsList()) {
        String lower = domain.toLowerCase(ROOT);
        domains.putIfAbsent(lower, new Match(i, domain));
        if (lower.startsWith("*")) {
          suffixLengths.add(lower.length() - 1);
        } else if (lower.endsWith("*")) {
          prefixLengths.add(lower.length() - 1);
        }
      }
    }
    return new DomainIndex(
        ImmutableList.copyOf(routes.getVirtualHostsList()),
        routes.getVirtualHostsList().stream()
            .map(host -> "domains " + host.getDomainsList())
            .collect(toImmutableList()),
        domains,
        suffixLengths.build(),
        prefixLengths.build());
  }

  /** All virtual hosts, in order. */
  public ImmutableList<VirtualHost> hosts() {
    return hosts;
  }

  /** The domains of a virtual host, for explanations. */
  public String condition(int host) {
    return conditions.get(host);
  }

  /**
   * The matches of this host, most specific first: an exact domain, the longest {@code *.suffix},
   * the longest {@code prefix.*}, {@code *}; case-insensitive.
   */
  public List<Match> matches(String host) {
    String lower = host.toLowerCase(ROOT);
    List<Match> matches = new ArrayList<>();
    if (!lower.equals("*")) {
      add(lower, matches);
    }
    for (int length : suffixLengths) {
      if (length > 0 && lower.length() > length) {
        add("*" + lower.substring(lower.length() - length), matches);
      }
    }
    for (int length : prefixLengths) {
      if (lower.length() > length) {
        add(lower.substring(0, length) + "*", matches);
      }
    }
    add("*", matches);
    return matches;
  }

  private void add(String domain, List<Match> matches) {
    Match match = domains.get(domain);
    if (match != null) {
      matches.add(match);
    }
  }
}
