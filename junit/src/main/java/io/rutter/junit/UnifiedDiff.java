// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The difference of two texts as {@code diff -u} shows it. */
final class UnifiedDiff {
  /** Lines that are shown; the rest is in the files. */
  private static final int SHOWN = 200;

  private UnifiedDiff() {}

  /** The difference, empty for equal texts. */
  static String of(String name, String expected, String actual) {
    List<String> expectedLines = expected.lines().toList();
    if (!expected.equals(actual) && expectedLines.equals(actual.lines().toList())) {
      return name + ": differs in line ends only (expected: a line feed after each line)";
    }
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            name + " (expected)",
            name + " (actual)",
            expectedLines,
            DiffUtils.diff(expectedLines, actual.lines().toList()),
            3);
    String shown = String.join("\n", diff.subList(0, Math.min(SHOWN, diff.size())));
    return diff.size() <= SHOWN
        ? shown
        : shown + "\n... and " + (diff.size() - SHOWN) + " more lines";
  }
}
