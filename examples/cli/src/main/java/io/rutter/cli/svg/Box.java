// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.GraphText;

/**
 * The texts of a node and how large they are.
 *
 * @param title its name
 * @param lines what stands below
 */
record Box(String title, String namespace, ImmutableList<String> lines) {
  static final double TITLE_SIZE = 13;
  static final double LINE_SIZE = 10.5;
  static final double TITLE_HEIGHT = 18;
  static final double LINE_HEIGHT = 14;
  static final double PADDING = 10;
  private static final double BOLD = 1.08;
  private static final double LEAST_WIDTH = 70;

  static Box of(GraphNode node) {
    return new Box(GraphText.title(node), node.namespace(), GraphText.lines(node.lines()));
  }

  double width() {
    double widest =
        Math.max(TextWidth.of(title, TITLE_SIZE) * BOLD, TextWidth.of(namespace, LINE_SIZE));
    for (String line : lines) {
      widest = Math.max(widest, TextWidth.of(line, LINE_SIZE));
    }
    return Math.max(LEAST_WIDTH, widest + 2 * PADDING);
  }

  double height() {
    return PADDING
        + TITLE_HEIGHT
        + (namespace.isEmpty() ? 0 : LINE_HEIGHT)
        + lines.size() * LINE_HEIGHT
        + PADDING / 2;
  }
}
