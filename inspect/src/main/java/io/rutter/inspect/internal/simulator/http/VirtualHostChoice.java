// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.config.DomainIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the virtual host of a request: the one with the most specific domain. */
final class VirtualHostChoice {
  private static final int NONE = -1;

  private VirtualHostChoice() {}

  /**
   * The virtual host, if any, and those that were rejected.
   *
   * @param virtualHost the winner
   * @param domain its domain that matched
   * @param rejected the others
   */
  record Outcome(
      Optional<VirtualHost> virtualHost, String domain, List<RejectedCandidate> rejected) {}

  static Outcome choose(DomainIndex index, String host) {
    List<DomainIndex.Match> matches = index.matches(host);
    int winner = matches.isEmpty() ? NONE : matches.get(0).host();
    ImmutableSet<Integer> less =
        matches.stream().map(DomainIndex.Match::host).collect(toImmutableSet());
    String shown = "\"" + Abbreviation.of(host) + "\"";
    List<RejectedCandidate> rejected = new ArrayList<>();
    for (int i = 0; i < index.hosts().size(); i++) {
      if (i != winner) {
        rejected.add(
            new RejectedCandidate(
                index.hosts().get(i).getName(),
                index.condition(i)
                    + (less.contains(i) ? ": another virtual host is more specific: " : ": ")
                    + shown));
      }
    }
    return winner == NONE
        ? new Outcome(Optional.empty(), "", rejected)
        : new Outcome(Optional.of(index.hosts().get(winner)), matches.get(0).domain(), rejected);
  }
}
