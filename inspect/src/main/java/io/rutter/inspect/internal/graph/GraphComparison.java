// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.inspect.graph.GraphNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Puts two graphs into one; each part says whether it is new, gone or changed. */
public final class GraphComparison {
  private GraphComparison() {}

  private record EdgeKey(String from, String to, EdgeKind kind) {
    static EdgeKey of(GraphEdge edge) {
      return new EdgeKey(edge.from(), edge.to(), edge.kind());
    }
  }

  /** The nodes of both. */
  public static ImmutableList<GraphNode> nodes(
      ImmutableList<GraphNode> before, ImmutableList<GraphNode> after) {
    return merged(
        before,
        after,
        GraphNode::id,
        GraphComparison::both,
        node -> changed(node, node.lines(), GraphChange.REMOVED),
        node -> changed(node, node.lines(), GraphChange.ADDED));
  }

  /** The edges of both. */
  public static ImmutableList<GraphEdge> edges(
      ImmutableList<GraphEdge> before, ImmutableList<GraphEdge> after) {
    return merged(
        before,
        after,
        EdgeKey::of,
        GraphComparison::both,
        edge -> whole(edge, GraphChange.REMOVED),
        edge -> whole(edge, GraphChange.ADDED));
  }

  /** Those of after in their order; what is gone follows what it followed. */
  private static <T, K> ImmutableList<T> merged(
      ImmutableList<T> before,
      ImmutableList<T> after,
      Function<T, K> key,
      BiFunction<T, T, T> both,
      UnaryOperator<T> gone,
      UnaryOperator<T> isNew) {
    ImmutableMap<K, T> old = before.stream().collect(toImmutableMap(key, part -> part));
    Map<K, T> all = new LinkedHashMap<>();
    for (T part : after) {
      T other = old.get(key.apply(part));
      all.put(key.apply(part), other == null ? isNew.apply(part) : both.apply(other, part));
    }
    List<K> order = new ArrayList<>(all.keySet());
    int at = 0;
    for (T part : before) {
      K own = key.apply(part);
      if (all.containsKey(own)) {
        at = order.indexOf(own) + 1;
      } else {
        all.put(own, gone.apply(part));
        order.add(at, own);
        at++;
      }
    }
    return order.stream().map(all::get).collect(toImmutableList());
  }

  private static GraphNode both(GraphNode before, GraphNode after) {
    ImmutableList<GraphLine> lines = lines(before.lines(), after.lines());
    return changed(after, lines, change(lines));
  }

  private static GraphEdge both(GraphEdge before, GraphEdge after) {
    ImmutableList<GraphLine> lines = lines(before.lines(), after.lines());
    return changed(after, lines, change(lines));
  }

  private static GraphNode changed(
      GraphNode node, ImmutableList<GraphLine> lines, GraphChange change) {
    return new GraphNode(node.id(), node.kind(), node.name(), node.namespace(), lines, change);
  }

  private static GraphEdge changed(
      GraphEdge edge, ImmutableList<GraphLine> lines, GraphChange change) {
    return new GraphEdge(edge.from(), edge.to(), edge.kind(), lines, change);
  }

  /** An edge has no name that a mark could stand before, so that its lines have it. */
  private static GraphEdge whole(GraphEdge edge, GraphChange change) {
    return changed(
        edge,
        edge.lines().stream().map(line -> line.with(change)).collect(toImmutableList()),
        change);
  }

  private static GraphChange change(ImmutableList<GraphLine> lines) {
    return lines.stream().allMatch(line -> line.change() == GraphChange.SAME)
        ? GraphChange.SAME
        : GraphChange.CHANGED;
  }

  private static ImmutableList<GraphLine> lines(
      ImmutableList<GraphLine> before, ImmutableList<GraphLine> after) {
    return merged(
        before,
        after,
        GraphLine::text,
        (old, now) -> now,
        line -> line.with(GraphChange.REMOVED),
        line -> line.with(GraphChange.ADDED));
  }
}
