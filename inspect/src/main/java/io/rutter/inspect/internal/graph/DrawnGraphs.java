// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.translator.CompiledMesh;
import java.util.Comparator;

/** The pictures of a mesh, as lists. */
public final class DrawnGraphs {
  private DrawnGraphs() {}

  /**
   * A picture.
   *
   * @param nodes its nodes
   * @param edges its edges
   * @param notes what is left out
   */
  public record Parts(
      ImmutableList<GraphNode> nodes, ImmutableList<GraphEdge> edges, ImmutableList<String> notes) {
    private static Parts of(DrawnMesh drawn) {
      return new Parts(drawn.draft().nodes(), drawn.draft().edges(), drawn.notes());
    }
  }

  /** The whole mesh; sorted, so that the order of the input has no say. */
  public static Parts mesh(CompiledMesh mesh) {
    return sorted(Parts.of(Overview.of(mesh)));
  }

  /** The rules of one host, in their order. */
  public static Parts host(CompiledMesh mesh, String host) {
    return Parts.of(HostTree.of(mesh, host));
  }

  /** The hosts that have rules or are services. */
  public static ImmutableList<String> hosts(CompiledMesh mesh) {
    return HostTree.hosts(mesh);
  }

  private static Parts sorted(Parts parts) {
    return new Parts(
        ImmutableList.sortedCopyOf(Comparator.comparing(GraphNode::id), parts.nodes()),
        ImmutableList.sortedCopyOf(
            Comparator.comparing(GraphEdge::from)
                .thenComparing(GraphEdge::to)
                .thenComparing(GraphEdge::kind),
            parts.edges()),
        parts.notes());
  }
}
