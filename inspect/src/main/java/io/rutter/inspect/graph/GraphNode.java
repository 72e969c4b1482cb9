// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;

/**
 * A node of a graph.
 *
 * @param id names the node in this graph, and the same thing in the graph of another mesh
 * @param kind what it stands for
 * @param name its name as it is shown: a host without the domain of the cluster, a rule with its
 *     position
 * @param namespace the namespace that it belongs to; empty if there is none
 * @param lines what is known of it, in order
 * @param change whether the node is new, gone or changed
 */
public record GraphNode(
    String id,
    NodeKind kind,
    String name,
    String namespace,
    ImmutableList<GraphLine> lines,
    GraphChange change) {
  /** Checks that nothing is null. */
  public GraphNode {
    requireNonNull(id, "id");
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(namespace, "namespace");
    requireNonNull(lines, "lines");
    requireNonNull(change, "change");
  }

  /** A node that nothing was compared with. */
  public static GraphNode of(
      String id, NodeKind kind, String name, String namespace, ImmutableList<GraphLine> lines) {
    return new GraphNode(id, kind, name, namespace, lines, GraphChange.SAME);
  }
}
