// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import io.rutter.inspect.internal.report.CoberturaText;
import io.rutter.inspect.internal.report.CoverageJson;
import io.rutter.inspect.internal.report.CoverageText;
import io.rutter.inspect.internal.report.LcovText;

/** Prints coverage by calls. */
public final class CoverageReport {
  private CoverageReport() {}

  /** For people: percent of each file, and what is not covered with its position. */
  public static String text(CallCoverage coverage) {
    return CoverageText.of(coverage);
  }

  /** For programs: every item, by file and line. */
  public static String json(CallCoverage coverage) {
    return CoverageJson.of(coverage);
  }

  /**
   * The form of lcov ({@code .info}), which genhtml and many services read: the lines at which
   * items begin. A line counts as often as the item of it that the fewest tests took. Items without
   * a position are left out.
   */
  public static String lcov(CallCoverage coverage) {
    return LcovText.of(coverage);
  }

  /** The form of Cobertura (XML), with the same lines. */
  public static String cobertura(CallCoverage coverage) {
    return CoberturaText.of(coverage);
  }
}
