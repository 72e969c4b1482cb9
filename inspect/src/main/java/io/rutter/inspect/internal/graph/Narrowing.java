// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.SetMultimap;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.NodeKind;
import io.rutter.inspect.internal.graph.DrawnGraphs.Parts;
import java.util.Comparator;
import java.util.Set;

/** Makes less of a graph, and notes what is left out. */
public final class Narrowing {
  private Narrowing() {}

  /** What is in these namespaces, and what it leads to or is led to from. */
  public static Parts toNamespaces(Parts parts, Set<String> namespaces) {
    ImmutableSet<String> inside =
        parts.nodes().stream()
            .filter(node -> namespaces.contains(node.namespace()))
            .map(GraphNode::id)
            .collect(toImmutableSet());
    ImmutableSet<String> hosts = hostsBetween(parts, inside);
    ImmutableList<GraphEdge> edges =
        parts.edges().stream()
            .filter(
                edge ->
                    inside.contains(edge.from())
                        || inside.contains(edge.to())
                        || hosts.contains(edge.from())
                        || hosts.contains(edge.to()))
            .collect(toImmutableList());
    ImmutableSet.Builder<String> kept = ImmutableSet.<String>builder().addAll(inside);
    edges.forEach(edge -> kept.add(edge.from(), edge.to()));
    return only(parts, kept.build(), edges, "outside of " + String.join(", ", namespaces));
  }

  /** Hosts have no namespace; one that leads into these is drawn with the gateways before it. */
  private static ImmutableSet<String> hostsBetween(Parts parts, Set<String> inside) {
    ImmutableSet<String> hosts =
        parts.nodes().stream()
            .filter(node -> node.kind() == NodeKind.HOST)
            .map(GraphNode::id)
            .collect(toImmutableSet());
    return parts.edges().stream()
        .filter(edge -> inside.contains(edge.to()) || inside.contains(edge.from()))
        .map(edge -> inside.contains(edge.to()) ? edge.from() : edge.to())
        .filter(hosts::contains)
        .collect(toImmutableSet());
  }

  /** What changed, and what it leads to or is led to from. */
  public static Parts toChanges(Parts parts) {
    ImmutableSet.Builder<String> changed = ImmutableSet.builder();
    parts.nodes().stream()
        .filter(node -> node.change() != GraphChange.SAME)
        .forEach(node -> changed.add(node.id()));
    parts.edges().stream()
        .filter(edge -> edge.change() != GraphChange.SAME)
        .forEach(edge -> changed.add(edge.from(), edge.to()));
    ImmutableSet<String> kept = changed.build();
    ImmutableList<GraphEdge> edges =
        parts.edges().stream()
            .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
            .collect(toImmutableList());
    return only(parts, kept, edges, "that no change touches");
  }

  /** Services that nothing leads to or from become one node for each namespace that has several. */
  public static Parts withoutLonely(Parts parts) {
    ImmutableSet.Builder<String> connected = ImmutableSet.builder();
    parts.edges().forEach(edge -> connected.add(edge.from(), edge.to()));
    ImmutableSet<String> inUse = connected.build();
    SetMultimap<String, GraphNode> lonely = LinkedHashMultimap.create();
    for (GraphNode node : parts.nodes()) {
      if ((node.kind() == NodeKind.SERVICE || node.kind() == NodeKind.EXTERNAL)
          && node.change() == GraphChange.SAME
          && !inUse.contains(node.id())
          && node.lines().stream().noneMatch(line -> line.object().isPresent())) {
        lonely.put(node.namespace(), node);
      }
    }
    ImmutableSet.Builder<GraphNode> folded = ImmutableSet.builder();
    ImmutableList.Builder<GraphNode> rest = ImmutableList.builder();
    for (String namespace : lonely.keySet()) {
      Set<GraphNode> nodes = lonely.get(namespace);
      if (nodes.size() > 1) {
        folded.addAll(nodes);
        rest.add(rest(namespace, nodes.size()));
      }
    }
    ImmutableSet<GraphNode> gone = folded.build();
    return new Parts(
        ImmutableList.<GraphNode>builder()
            .addAll(parts.nodes().stream().filter(node -> !gone.contains(node)).iterator())
            .addAll(rest.build())
            .build(),
        parts.edges(),
        gone.isEmpty()
            ? parts.notes()
            : noted(
                parts, gone.size() + " services that no rule concerns, which are only counted"));
  }

  private static GraphNode rest(String namespace, int count) {
    return GraphNode.of(
        "rest/" + namespace,
        NodeKind.REST,
        count + " services",
        namespace,
        ImmutableList.of(GraphLine.of("that no rule concerns")));
  }

  /** At most so many nodes: those with the most edges, changed ones first. */
  public static Parts atMost(Parts parts, int most) {
    if (parts.nodes().size() <= most) {
      return parts;
    }
    Multiset<String> degrees = HashMultiset.create();
    parts
        .edges()
        .forEach(
            edge -> {
              degrees.add(edge.from());
              degrees.add(edge.to());
            });
    ImmutableSet<String> kept =
        parts.nodes().stream()
            .sorted(
                Comparator.comparing((GraphNode node) -> node.change() == GraphChange.SAME)
                    .thenComparing(node -> -degrees.count(node.id()))
                    .thenComparing(GraphNode::id))
            .limit(most)
            .map(GraphNode::id)
            .collect(toImmutableSet());
    ImmutableList<GraphEdge> edges =
        parts.edges().stream()
            .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
            .collect(toImmutableList());
    return only(parts, kept, edges, "with the fewest edges");
  }

  private static Parts only(
      Parts parts, Set<String> kept, ImmutableList<GraphEdge> edges, String which) {
    ImmutableList<GraphNode> nodes =
        parts.nodes().stream().filter(node -> kept.contains(node.id())).collect(toImmutableList());
    int left = parts.nodes().size() - nodes.size();
    return new Parts(
        nodes,
        edges,
        left == 0
            ? parts.notes()
            : noted(parts, "%d of %d nodes, %s".formatted(left, parts.nodes().size(), which)));
  }

  private static ImmutableList<String> noted(Parts parts, String note) {
    return ImmutableList.<String>builder().addAll(parts.notes()).add(note).build();
  }
}
