// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.translator.internal.resolve.HostMatching;
import java.util.Collection;
import java.util.TreeSet;

/**
 * Hosts, some of them wildcards, and the question whether another host overlaps one of them. The
 * answer costs a search and not a walk over all hosts, except over those that are wildcards.
 */
final class HostSet {
  private final ImmutableSet<String> hosts;
  private final ImmutableList<String> wildcards;

  /** The hosts written backwards, so that those with one ending stand together. */
  private final TreeSet<String> backwards = new TreeSet<>();

  HostSet(Collection<String> hosts) {
    this.hosts = ImmutableSet.copyOf(hosts);
    this.wildcards =
        this.hosts.stream().filter(HostMatching::isWildcard).collect(toImmutableList());
    this.hosts.forEach(host -> backwards.add(reversed(host)));
  }

  /** Those of the hosts that are wildcards. */
  ImmutableList<String> wildcards() {
    return wildcards;
  }

  /** Whether one of the hosts covers that one or is covered by it. */
  boolean overlaps(String host) {
    if (hosts.contains(host)) {
      return true;
    }
    if (wildcards.stream().anyMatch(wildcard -> HostMatching.overlap(wildcard, host))) {
      return true;
    }
    return HostMatching.isWildcard(host) && endsWith(host.substring(1));
  }

  private boolean endsWith(String ending) {
    String start = reversed(ending);
    String next = backwards.ceiling(start);
    return next != null && next.startsWith(start);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
