// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.MeshGraph;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands below a picture: what its lines mean, and what was left out. */
final class SvgLegend {
  private SvgLegend() {}

  static ImmutableList<String> lines(MeshGraph graph) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    Set<EdgeKind> kinds = graph.edges().stream().map(GraphEdge::kind).collect(Collectors.toSet());
    ImmutableList.Builder<String> words = ImmutableList.builder();
    if (kinds.contains(EdgeKind.MIRRORS)) {
      words.add("dashed: copies of requests");
    }
    if (kinds.contains(EdgeKind.HAS)) {
      words.add("dotted: subset of the service");
    }
    if (kinds.contains(EdgeKind.SEES)) {
      words.add("dash-dotted: a Sidecar lets it be seen");
    }
    String legend = String.join("; ", words.build());
    if (!legend.isEmpty()) {
      lines.add(legend);
    }
    if (Stream.concat(
            graph.nodes().stream().map(GraphNode::change),
            graph.edges().stream().map(GraphEdge::change))
        .anyMatch(change -> change != GraphChange.SAME)) {
      lines.add(
          "+ thick: new; - dashed and struck through: gone; ~ thick: changed in the lines with + and -");
    }
    if (graph.nodes().stream()
        .flatMap(node -> node.lines().stream())
        .anyMatch(line -> line.text().contains(": clients auto"))) {
      lines.add(
          "TLS: clients send (auto: mutual TLS where the server has a sidecar), servers demand"
              + " (permissive: mutual TLS or plain text)");
    }
    graph.notes().forEach(note -> lines.add("Left out: " + note));
    return lines.build();
  }
}
