// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.report;

import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.inspect.calltest.CallCoverage.Item;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Coverage for people. */
public final class CoverageText {
  private CoverageText() {}

  public static String of(CallCoverage coverage) {
    StringBuilder text = new StringBuilder("coverage: ");
    text.append(share(coverage.items())).append(" of rules, matches, destinations and policies\n");
    Map<String, List<Item>> files = new TreeMap<>();
    for (Item item : coverage.items()) {
      files
          .computeIfAbsent(
              item.location().map(SourceLocation::file).orElse(""), file -> new ArrayList<>())
          .add(item);
    }
    files.forEach(
        (file, items) -> {
          text.append("  ")
              .append(file.isEmpty() ? "(no file)" : VisibleText.of(file))
              .append(": ")
              .append(share(items))
              .append('\n');
          items.stream().filter(item -> !item.covered()).forEach(item -> line(item, text));
        });
    return text.toString();
  }

  private static void line(Item item, StringBuilder text) {
    text.append("    ")
        .append(item.location().map(at -> at + ": ").orElse(""))
        .append("not covered: ")
        .append(VisibleText.of(item.value().toString()))
        .append('\n');
  }

  private static String share(List<Item> items) {
    long covered = items.stream().filter(Item::covered).count();
    double percent = items.isEmpty() ? 100 : 100.0 * covered / items.size();
    return covered
        + " of "
        + items.size()
        + String.format(Locale.ROOT, " (%.1f%%)", Math.floor(percent * 10) / 10);
  }
}
