// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hosts, of which any may start with a star, and which of them cover others. A look-up costs as
 * many steps as there are wildcards of different lengths, not as there are hosts.
 */
public final class HostOverlap {
  private final Set<String> hosts = new HashSet<>();

  /** Lengths of the wildcards, the longest first. */
  private final TreeSet<Integer> wildcardLengths =
      new TreeSet<>((one, other) -> Integer.compare(other, one));

  /** All written backwards without the star, so that hosts with one ending stand together. */
  private final TreeSet<String> backwards = new TreeSet<>();

  /** Adds a host. */
  public void add(String host) {
    hosts.add(host);
    if (host.startsWith("*")) {
      wildcardLengths.add(host.length());
    }
    backwards.add(backwards(host));
  }

  private static String backwards(String host) {
    return new StringBuilder(ending(host)).reverse().toString();
  }

  private static String ending(String host) {
    return host.startsWith("*") ? host.substring(1) : host;
  }

  /** One of the hosts that matches some name that this one matches too. */
  public Optional<String> overlapping(String host) {
    Optional<String> cover = cover(host);
    if (cover.isPresent() || !host.startsWith("*")) {
      return cover;
    }
    String start = backwards(host);
    return Optional.ofNullable(backwards.ceiling(start))
        .filter(next -> next.startsWith(start))
        .map(next -> new StringBuilder(next).reverse().toString())
        .map(name -> hosts.contains(name) ? name : "*" + name);
  }

  /** The most specific of the hosts that matches every name which this one matches. */
  public Optional<String> cover(String host) {
    if (hosts.contains(host)) {
      return Optional.of(host);
    }
    String ending = ending(host);
    for (int length : wildcardLengths) {
      int start = ending.length() - (length - 1);
      if (start >= 0) {
        String wildcard = "*" + ending.substring(start);
        if (hosts.contains(wildcard)) {
          return Optional.of(wildcard);
        }
      }
    }
    return Optional.empty();
  }
}
