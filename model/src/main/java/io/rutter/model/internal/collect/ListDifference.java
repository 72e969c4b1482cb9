// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.collect;

import java.util.List;

/**
 * The parts of two lists between their common prefix and their common suffix; elements are compared
 * by identity.
 *
 * @param start where the difference starts in both lists
 * @param before the differing part of the first list
 * @param after the differing part of the second list
 */
public record ListDifference<T>(int start, List<? extends T> before, List<? extends T> after) {

  @SuppressWarnings("ReferenceEquality") // Identity is cheap and sufficient here.
  public static <T> ListDifference<T> of(List<? extends T> before, List<? extends T> after) {
    if (before == after) {
      return new ListDifference<>(before.size(), List.of(), List.of());
    }
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start) == after.get(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end) == after.get(after.size() - 1 - end)) {
      end++;
    }
    return new ListDifference<>(
        start,
        before.subList(start, before.size() - end),
        after.subList(start, after.size() - end));
  }

  /** Whether the lists have the same objects. */
  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }
}
