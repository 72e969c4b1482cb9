// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.model.problem.SourceLocation;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Coverage by lines: each as often as its item that the fewest tests took. */
final class CoveredLines {
  private CoveredLines() {}

  /** The numbers of tests by line, by file. */
  static NavigableMap<String, NavigableMap<Integer, Integer>> of(CallCoverage coverage) {
    NavigableMap<String, NavigableMap<Integer, Integer>> files = new TreeMap<>();
    for (CallCoverage.Item item : coverage.items()) {
      if (item.location().isPresent()) {
        SourceLocation at = item.location().get();
        files
            .computeIfAbsent(at.file(), file -> new TreeMap<>())
            .merge(at.line(), item.tests(), Math::min);
      }
    }
    return files;
  }

  /** How many of the lines are covered. */
  static long covered(NavigableMap<Integer, Integer> lines) {
    return lines.values().stream().filter(tests -> tests > 0).count();
  }
}
