// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator;

import static java.util.Locale.ROOT;

import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the virtual host: an exact domain, else the longest {@code *.suffix}, else the longest
 * {@code prefix.*}, else {@code *}; in any case of letters.
 */
final class VirtualHostChoice {
  private VirtualHostChoice() {}

  /**
   * A virtual host that takes the request.
   *
   * @param virtualHost it
   * @param domain the domain that matched
   * @param rank how well: exact, suffix, prefix, {@code *}
   */
  private record Match(VirtualHost virtualHost, String domain, long rank) {}

  /**
   * The virtual host, if any, and those that were passed over.
   *
   * @param virtualHost the winner
   * @param domain its domain that matched
   * @param passedOver the others
   */
  record Outcome(Optional<VirtualHost> virtualHost, String domain, List<PassedOver> passedOver) {}

  static Outcome choose(RouteConfiguration routes, String requestHost) {
    String host =
        (routes.getIgnorePortInHostMatching() ? Hosts.withoutPort(requestHost) : requestHost)
            .toLowerCase(ROOT);
    Optional<Match> best = Optional.empty();
    for (VirtualHost candidate : routes.getVirtualHostsList()) {
      for (String domain : candidate.getDomainsList()) {
        long rank = rank(domain.toLowerCase(ROOT), host);
        if (rank > best.map(Match::rank).orElse(-1L)) {
          best = Optional.of(new Match(candidate, domain, rank));
        }
      }
    }
    List<PassedOver> passedOver = new ArrayList<>();
    for (VirtualHost other : routes.getVirtualHostsList()) {
      if (best.isEmpty() || !best.get().virtualHost().equals(other)) {
        passedOver.add(new PassedOver(other.getName(), condition(other, host)));
      }
    }
    return new Outcome(
        best.map(Match::virtualHost), best.map(Match::domain).orElse(""), passedOver);
  }

  private static String condition(VirtualHost other, String host) {
    boolean less =
        other.getDomainsList().stream().anyMatch(d -> rank(d.toLowerCase(ROOT), host) >= 0);
    return "domains "
        + other.getDomainsList()
        + (less ? ": another virtual host is more specific: \"" : ": \"")
        + Shortened.of(host)
        + "\"";
  }

  private static long rank(String domain, String host) {
    if (domain.equals("*")) {
      return 0;
    }
    if (domain.equals(host)) {
      return Long.MAX_VALUE;
    }
    int rest = domain.length() - 1;
    if (domain.startsWith("*") && host.length() > rest && host.endsWith(domain.substring(1))) {
      return (1L << 32) + rest;
    }
    if (domain.endsWith("*")
        && host.length() > rest
        && host.startsWith(domain.substring(0, rest))) {
      return 1L + rest;
    }
    return -1;
  }
}
