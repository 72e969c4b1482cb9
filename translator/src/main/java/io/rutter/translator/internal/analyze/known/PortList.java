// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.known;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.TreeSet;

/** The ports that a finding names as right ones, in words. */
public final class PortList {
  private static final int MOST_SHOWN = 8;

  private PortList() {}

  /** Ports in ascending order without repeats, such as {@code 80 or 9080}; of many the first. */
  public static String of(Collection<Integer> ports) {
    TreeSet<Integer> sorted = new TreeSet<>(ports);
    return sorted.stream().limit(MOST_SHOWN).map(String::valueOf).collect(joining(" or "))
        + (sorted.size() > MOST_SHOWN ? " or another" : "");
  }
}
