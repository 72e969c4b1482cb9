// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

/** Fractions for people and tools. */
final class Shares {
  private Shares() {}

  /** A percentage with at most four decimal places. */
  static double percent(double share) {
    return Math.round(share * 1_000_000) / 10_000.0;
  }

  static String print(double share) {
    double percent = percent(share);
    return percent == Math.rint(percent) ? (long) percent + "%" : percent + "%";
  }
}
