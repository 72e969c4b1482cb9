// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.write;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.model.problem.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Texts as pictures show them: on one line, nothing hidden, and not too long. */
public final class ShownText {
  private static final int LONGEST = 72;
  private static final int MOST_LINES = 7;

  private ShownText() {}

  /** The text, shortened. */
  public static String of(String text) {
    String visible = VisibleText.of(text);
    int length = visible.codePointCount(0, visible.length());
    return length <= LONGEST
        ? visible
        : visible.substring(0, visible.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
  }

  /** The lines, marked where they are new or gone; what is too many is counted. */
  public static ImmutableList<String> lines(List<GraphLine> lines) {
    List<String> shown = new ArrayList<>();
    for (GraphLine line : lines) {
      if (shown.size() == MOST_LINES - 1 && lines.size() > MOST_LINES) {
        shown.add("and " + (lines.size() - shown.size()) + " more");
        break;
      }
      shown.add(of(line.change().mark() + line.text()));
    }
    return ImmutableList.copyOf(shown);
  }
}
