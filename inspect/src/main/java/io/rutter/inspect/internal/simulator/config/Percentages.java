// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

/** Shares for people. */
public final class Percentages {
  private Percentages() {}

  /** At most four digits after the point: {@code 33.3333%}. */
  public static String print(double share) {
    double percent = Math.round(share * 1_000_000) / 10_000.0;
    return percent == Math.rint(percent) ? (long) percent + "%" : percent + "%";
  }
}
