// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.rutter.model.problem.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text, each as wide as its widest cell, two spaces apart. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  private TextTable(int columns) {
    this.widths = new int[columns];
  }

  /** A table that starts with this row. */
  static TextTable withHeader(String... titles) {
    TextTable table = new TextTable(titles.length);
    table.add(titles);
    return table;
  }

  /** Adds a row of as many cells as the header has. An empty cell shows as a hyphen. */
  void add(String... cells) {
    List<String> row = Arrays.stream(cells).map(TextTable::shown).toList();
    for (int column = 0; column < row.size(); column++) {
      widths[column] = Math.max(widths[column], row.get(column).length());
    }
    rows.add(row);
  }

  /** The table, each row on its line, nothing after a row's last cell. */
  String print() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        text.append(cell);
        if (column < row.size() - 1) {
          text.append(" ".repeat(widths[column] - cell.length() + 2));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "-" : VisibleText.of(cell);
  }
}
