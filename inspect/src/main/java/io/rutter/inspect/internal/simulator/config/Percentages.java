// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

/** Percentages for people. */
public final class Percentages {
  private Percentages() {}

  /** A fraction as percentage with at most four decimal places: {@code 33.3333%}. */
  public static String print(double share) {
    double percent = Math.round(share * 1_000_000) / 10_000.0;
    return percent == Math.rint(percent) ? (long) percent + "%" : percent + "%";
  }
}
