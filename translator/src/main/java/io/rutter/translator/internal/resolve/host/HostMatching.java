// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares host names that may start with a star. Istio document: Virtual Service, {@code hosts}.
 *
 * <p>A wildcard is a plain suffix: {@code *.example.com} covers {@code a.b.example.com} but not
 * {@code example.com}, and {@code *} covers everything. Case-sensitive.
 */
public final class HostMatching {
  /** From this number of pairs of hosts on, an index is faster. */
  private static final int MANY_PAIRS = 1_000;

  private HostMatching() {}

  /**
   * The more specific host first: full names before wildcards, then the longer one, then the
   * alphabet.
   */
  public static final Comparator<String> MORE_SPECIFIC_FIRST =
      comparing(HostNames::isWildcard)
          .thenComparing(comparingInt(String::length).reversed())
          .thenComparing(naturalOrder());

  /** Whether every name that {@code host} covers is covered by {@code cover}. */
  public static boolean isSubset(String host, String cover) {
    if (!HostNames.isWildcard(cover)) {
      return host.equals(cover);
    }
    int suffix = cover.length() - 1;
    return host.length() >= (HostNames.isWildcard(host) ? cover.length() : suffix)
        && host.regionMatches(host.length() - suffix, cover, 1, suffix);
  }

  /** Whether one of the two covers the other. */
  public static boolean overlap(String one, String other) {
    return isSubset(one, other) || isSubset(other, one);
  }

  /**
   * The more specific host of each overlapping pair, without repeats, in order of the first list
   * and then of the second.
   */
  public static ImmutableList<String> intersection(List<String> some, List<String> others) {
    if ((long) some.size() * others.size() > MANY_PAIRS) {
      return intersectionOfMany(some, others);
    }
    if (some.size() == 1 && others.size() == 1) {
      // Most servers and VirtualServices have one host.
      String host = moreSpecific(some.get(0), others.get(0));
      return host == null ? ImmutableList.of() : ImmutableList.of(host);
    }
    ImmutableSet.Builder<String> hosts = ImmutableSet.builder();
    for (String one : some) {
      for (String other : others) {
        String host = moreSpecific(one, other);
        if (host != null) {
          hosts.add(host);
        }
      }
    }
    return hosts.build().asList();
  }

  private static ImmutableList<String> intersectionOfMany(List<String> some, List<String> others) {
    OverlappingHosts index = index(others);
    ImmutableSet.Builder<String> hosts = ImmutableSet.builder();
    for (String one : some) {
      BitSet found = new BitSet();
      index.find(one, found);
      found.stream()
          .mapToObj(others::get)
          .map(other -> isSubset(one, other) ? one : other)
          .forEach(hosts::add);
    }
    return hosts.build().asList();
  }

  /** Whether any host of one list overlaps any of the other. */
  public static boolean anyOverlap(List<String> some, List<String> others) {
    if ((long) some.size() * others.size() > MANY_PAIRS) {
      return some.stream().anyMatch(index(others)::overlaps);
    }
    for (String one : some) {
      for (String other : others) {
        if (overlap(one, other)) {
          return true;
        }
      }
    }
    return false;
  }

  private static OverlappingHosts index(List<String> hosts) {
    OverlappingHosts index = new OverlappingHosts();
    for (int i = 0; i < hosts.size(); i++) {
      index.add(hosts.get(i), i);
    }
    return index;
  }

  private static @Nullable String moreSpecific(String one, String other) {
    if (isSubset(one, other)) {
      return one;
    }
    return isSubset(other, one) ? other : null;
  }
}
