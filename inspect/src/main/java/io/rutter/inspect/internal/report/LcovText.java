// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.model.problem.VisibleText;

/**
 * Coverage as lcov writes it: records of files with {@code SF}, {@code DA}, {@code LF}, {@code LH}.
 */
public final class LcovText {
  private LcovText() {}

  public static String of(CallCoverage coverage) {
    StringBuilder text = new StringBuilder("TN:\n");
    CoveredLines.of(coverage)
        .forEach(
            (file, lines) -> {
              text.append("SF:").append(VisibleText.of(file)).append('\n');
              lines.forEach(
                  (line, tests) ->
                      text.append("DA:").append(line).append(',').append(tests).append('\n'));
              text.append("LF:").append(lines.size()).append('\n');
              text.append("LH:").append(CoveredLines.covered(lines)).append('\n');
              text.append("end_of_record\n");
            });
    return text.toString();
  }
}
