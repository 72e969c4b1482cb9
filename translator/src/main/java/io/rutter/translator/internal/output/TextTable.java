// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.rutter.model.problem.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Columns of text, each as wide as its widest cell, two spaces apart. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable() {}

  /** A table that starts with this row. */
  static TextTable withHeader(String... titles) {
    TextTable table = new TextTable();
    table.add(titles);
    return table;
  }

  /** Adds a row of as many cells as the header has. An empty cell shows as a hyphen. */
  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The table, each row on its line, nothing after a row's last cell. */
  String print() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        String cell = shown(row.get(column));
        text.append(cell);
        if (column < row.size() - 1) {
          text.append(" ".repeat(width(column) - cell.length() + 2));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> shown(row.get(column)).length()).max().orElse(0);
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "-" : VisibleText.of(cell);
  }
}
