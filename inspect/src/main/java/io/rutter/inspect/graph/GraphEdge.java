// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * An edge of a graph. Two nodes have at most one edge of a kind in each direction; what several
 * rules do is several lines of it.
 *
 * @param from {@link GraphNode#id()} of where it starts
 * @param to {@link GraphNode#id()} of where it ends
 * @param kind how one leads to the other
 * @param lines the conditions, shares and faults
 * @param change whether the edge is new, gone or changed
 */
public record GraphEdge(
    String from, String to, EdgeKind kind, ImmutableList<GraphLine> lines, GraphChange change) {
  /** Checks that nothing is null. */
  public GraphEdge {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(kind, "kind");
    requireNonNull(lines, "lines");
    requireNonNull(change, "change");
  }

  /** An edge that nothing was compared with. */
  public static GraphEdge of(
      String from, String to, EdgeKind kind, ImmutableList<GraphLine> lines) {
    return new GraphEdge(from, to, kind, lines, GraphChange.SAME);
  }
}
