// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects differences from an expectation. Mutable; for one check only. */
final class Differences {
  /** Percentages that differ by less are equal. */
  private static final double TOLERANCE = 0.001;

  private final ImmutableList.Builder<String> found = ImmutableList.builder();

  ImmutableList<String> all() {
    return found.build();
  }

  void add(String field, Object actual, Object expected) {
    found.add(field + ": " + actual + " (expected: " + expected + ")");
  }

  void addUnless(boolean same, String field, Object actual, Object expected) {
    if (!same) {
      add(field, actual, expected);
    }
  }

  /** Compares strings; an empty string means none. */
  void text(String field, Optional<String> expected, Optional<String> actual) {
    expected.ifPresent(
        text ->
            addUnless(
                text.equals(actual.orElse("")),
                field,
                actual.map(Differences::quote).orElse("none"),
                text.isEmpty() ? "none" : quote(text)));
  }

  void number(String field, OptionalInt expected, int actual) {
    expected.ifPresent(number -> addUnless(number == actual, field, actual, number));
  }

  /** Compares all percentages. */
  void shares(String field, Map<String, Double> expected, Map<String, Double> actual) {
    boolean same =
        expected.keySet().equals(actual.keySet())
            && expected.entrySet().stream()
                .allMatch(e -> close(e.getValue(), actual.getOrDefault(e.getKey(), 0.0)));
    if (!same) {
      add(field, print(actual), print(expected));
    }
  }

  static boolean close(double a, double b) {
    return Math.abs(a - b) < TOLERANCE;
  }

  static double round(double percent) {
    return Math.round(percent * 10_000) / 10_000.0;
  }

  static String quote(String text) {
    return "\"" + text + "\"";
  }

  private static String print(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + round(entry.getValue()))
        .sorted()
        .toList()
        .toString();
  }
}
