// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

import static java.util.Objects.requireNonNull;

/**
 * A position in a file, printed {@code file:line:column} with the file's name as {@link
 * VisibleText}.
 *
 * @param file the file as the caller named it
 * @param line the line, counted from 1
 * @param column the column, counted from 1 in Unicode code points
 */
public record SourceLocation(String file, int line, int column) {
  /** Checks that the position is one. */
  public SourceLocation {
    requireNonNull(file, "file");
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "position: " + line + ":" + column + " (expected: both >= 1)");
    }
  }

  @Override
  public String toString() {
    return VisibleText.of(file) + ":" + line + ":" + column;
  }
}
