// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.internal.graph.write.NodeTexts;
import io.rutter.inspect.internal.graph.write.ShownText;
import java.util.List;

/** The texts of a graph as pictures show them; they are not escaped for any language. */
public final class GraphText {
  private GraphText() {}

  /**
   * The name of a node with the word for its kind, where the name does not say it, and the mark of
   * its change; on one line of at most 72 characters.
   */
  public static String title(GraphNode node) {
    return ShownText.of(node.change().mark() + NodeTexts.title(node));
  }

  /** Lines of at most 72 characters, with the marks of their changes; of more than 7, the first. */
  public static ImmutableList<String> lines(List<GraphLine> lines) {
    return ShownText.lines(lines);
  }
}
