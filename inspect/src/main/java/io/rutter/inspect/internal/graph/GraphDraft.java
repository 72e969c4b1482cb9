// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.NodeKind;
import io.rutter.model.ConfigKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A graph while it is put together: what comes twice is there once. */
final class GraphDraft {
  private final Map<String, NodeDraft> nodes = new LinkedHashMap<>();
  private final Map<EdgeKey, Set<GraphLine>> edges = new LinkedHashMap<>();

  private record NodeDraft(NodeKind kind, String name, String namespace, Set<GraphLine> lines) {}

  private record EdgeKey(String from, String to, EdgeKind kind) {}

  /** Adds a node, unless there is one with that id. */
  void node(String id, NodeKind kind, String name, String namespace) {
    nodes.putIfAbsent(id, new NodeDraft(kind, name, namespace, new LinkedHashSet<>()));
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  /** Adds a line to a node that is there. */
  void line(String id, String text, Optional<ConfigKey> object) {
    NodeDraft node = nodes.get(id);
    if (node != null) {
      node.lines().add(line(text, object));
    }
  }

  /** Adds an edge, unless there is one of that kind. */
  void edge(String from, String to, EdgeKind kind) {
    edges.putIfAbsent(new EdgeKey(from, to, kind), new LinkedHashSet<>());
  }

  /** Adds a line to an edge, which may be new. */
  void edge(String from, String to, EdgeKind kind, String text, Optional<ConfigKey> object) {
    edges
        .computeIfAbsent(new EdgeKey(from, to, kind), key -> new LinkedHashSet<>())
        .add(line(text, object));
  }

  boolean connects(String from, String to) {
    return Arrays.stream(EdgeKind.values())
        .anyMatch(kind -> edges.containsKey(new EdgeKey(from, to, kind)));
  }

  private static GraphLine line(String text, Optional<ConfigKey> object) {
    return new GraphLine(text, object, GraphChange.SAME);
  }

  /** The nodes in the order in which they came. */
  ImmutableList<GraphNode> nodes() {
    return nodes.entrySet().stream()
        .map(
            entry ->
                GraphNode.of(
                    entry.getKey(),
                    entry.getValue().kind(),
                    entry.getValue().name(),
                    entry.getValue().namespace(),
                    withoutEmpty(entry.getValue().lines())))
        .collect(toImmutableList());
  }

  /** The edges in the order in which they came. */
  ImmutableList<GraphEdge> edges() {
    return edges.entrySet().stream()
        .map(
            entry ->
                GraphEdge.of(
                    entry.getKey().from(),
                    entry.getKey().to(),
                    entry.getKey().kind(),
                    withoutEmpty(entry.getValue())))
        .collect(toImmutableList());
  }

  private static ImmutableList<GraphLine> withoutEmpty(Collection<GraphLine> lines) {
    return lines.stream().filter(line -> !line.text().isEmpty()).collect(toImmutableList());
  }
}
