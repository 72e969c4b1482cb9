// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A multimap from hosts, which may be wildcards, to numbers, with a search for all hosts that
 * overlap a given one: cover it or are covered by it. The cost of a search depends on the number of
 * hits and of distinct wildcard lengths.
 */
public final class OverlappingHosts {
  private final Map<String, List<Integer>> exact = new HashMap<>();

  /** Numbers of wildcards by their suffix. */
  private final Map<String, List<Integer>> wildcards = new HashMap<>();

  /** Lengths of the keys of {@link #wildcards}. */
  private final TreeSet<Integer> lengths = new TreeSet<>();

  /**
   * Numbers by reversed host, so that hosts with the same suffix are adjacent; made when a wildcard
   * is first searched.
   */
  private @Nullable NavigableMap<String, List<Integer>> backwards;

  /** Adds a number to a host. */
  public void add(String host, int number) {
    List<Integer> numbers;
    if (HostNames.isWildcard(host)) {
      String ending = host.substring(1);
      lengths.add(ending.length());
      numbers = wildcards.computeIfAbsent(ending, e -> new ArrayList<>());
    } else {
      numbers = exact.computeIfAbsent(host, h -> new ArrayList<>());
    }
    numbers.add(number);
    if (backwards != null) {
      backwards.put(reversed(host), numbers);
    }
  }

  private NavigableMap<String, List<Integer>> backwards() {
    NavigableMap<String, List<Integer>> known = backwards;
    if (known == null) {
      known = new TreeMap<>();
      for (Map.Entry<String, List<Integer>> entry : exact.entrySet()) {
        known.put(reversed(entry.getKey()), entry.getValue());
      }
      for (Map.Entry<String, List<Integer>> entry : wildcards.entrySet()) {
        known.put(reversed("*" + entry.getKey()), entry.getValue());
      }
      backwards = known;
    }
    return known;
  }

  /** Adds the numbers of all hosts that overlap this one. */
  public void find(String host, BitSet found) {
    boolean wildcard = HostNames.isWildcard(host);
    String name = wildcard ? host.substring(1) : host;
    for (int length : lengths.headSet(name.length(), true)) {
      add(wildcards.get(name.substring(name.length() - length)), found);
    }
    if (wildcard) {
      String start = reversed(name);
      for (Map.Entry<String, List<Integer>> entry : backwards().tailMap(start, true).entrySet()) {
        if (!entry.getKey().startsWith(start)) {
          break;
        }
        add(entry.getValue(), found);
      }
    } else {
      add(exact.get(host), found);
    }
  }

  private static void add(@Nullable List<Integer> numbers, BitSet found) {
    if (numbers != null) {
      numbers.forEach(found::set);
    }
  }

  /** Whether a host overlaps this one. */
  public boolean overlaps(String host) {
    if (exact.containsKey(host)) {
      return true;
    }
    boolean wildcard = HostNames.isWildcard(host);
    String name = wildcard ? host.substring(1) : host;
    for (int length : lengths.headSet(name.length(), true)) {
      if (wildcards.containsKey(name.substring(name.length() - length))) {
        return true;
      }
    }
    if (!wildcard) {
      return false;
    }
    String start = reversed(name);
    String next = backwards().ceilingKey(start);
    return next != null && next.startsWith(start);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
