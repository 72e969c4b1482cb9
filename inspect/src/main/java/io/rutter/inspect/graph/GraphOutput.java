// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import io.rutter.inspect.internal.graph.write.DotText;
import io.rutter.inspect.internal.graph.write.GraphJson;
import io.rutter.inspect.internal.graph.write.MermaidText;

/**
 * Writes graphs. The same graph gives the same bytes. Whatever the input names things, it is only
 * text in the result: nothing of it ends a string, begins a tag or makes a link. DOT and Mermaid
 * show at most 72 characters of a line and 7 lines of a node or edge, and say that there are more;
 * JSON has everything.
 */
public final class GraphOutput {
  private GraphOutput() {}

  /** The language of Graphviz, with a line end. */
  public static String dot(MeshGraph graph) {
    return DotText.of(graph);
  }

  /** The language of Mermaid, a flowchart, with a line end. */
  public static String mermaid(MeshGraph graph) {
    return MermaidText.of(graph);
  }

  /**
   * JSON: {@code nodes}, {@code edges} and {@code notes} with the names that {@link MeshGraph},
   * {@link GraphNode}, {@link GraphEdge} and {@link GraphLine} have, with a line end.
   */
  public static String json(MeshGraph graph) {
    return GraphJson.of(graph);
  }
}
