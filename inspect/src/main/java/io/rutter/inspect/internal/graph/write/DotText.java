// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.write;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.MeshGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph in the language of Graphviz. Ids are numbers, so that names only occur in quotes. */
public final class DotText {
  private DotText() {}

  /** The text, with a line end. */
  public static String of(MeshGraph graph) {
    StringBuilder text = new StringBuilder("digraph mesh {\n");
    text.append("  graph [rankdir=LR, fontname=\"sans-serif\", labelloc=b, labeljust=l");
    if (!graph.notes().isEmpty()) {
      text.append(", label=")
          .append(label(graph.notes().stream().map(ShownText::of).toList(), "\\l"));
    }
    text.append("];\n");
    text.append("  node [fontname=\"sans-serif\", fontsize=11, style=filled, fillcolor=white];\n");
    text.append("  edge [fontname=\"sans-serif\", fontsize=9];\n");
    Map<String, String> ids = new LinkedHashMap<>();
    for (GraphNode node : graph.nodes()) {
      String id = "n" + (ids.size() + 1);
      ids.put(node.id(), id);
      node(id, node, text);
    }
    for (GraphEdge edge : graph.edges()) {
      text.append("  ").append(ids.get(edge.from())).append(" -> ").append(ids.get(edge.to()));
      text.append(" [label=").append(label(ShownText.lines(edge.lines()), "\\l"));
      text.append(", ").append(edgeStyle(edge)).append("];\n");
    }
    return text.append("}\n").toString();
  }

  private static void node(String id, GraphNode node, StringBuilder text) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add(ShownText.of(node.change().mark() + NodeTexts.title(node)));
    if (!node.namespace().isEmpty()) {
      lines.add(ShownText.of("(" + node.namespace() + ")"));
    }
    lines.addAll(ShownText.lines(node.lines()));
    text.append("  ").append(id).append(" [label=").append(label(lines.build(), "\\n"));
    text.append(", shape=").append(shape(node)).append(nodeStyle(node)).append("];\n");
  }

  private static String shape(GraphNode node) {
    return switch (node.kind()) {
      case GATEWAY -> "house, fillcolor=\"#dbe9f6\"";
      case CLIENT -> "component";
      case HOST -> "box, style=\"rounded,filled\", fillcolor=\"#e8f1fa\"";
      case SERVICE -> "box, fillcolor=\"#eef6ea\"";
      case EXTERNAL -> "box, peripheries=2, fillcolor=\"#fdf3e1\"";
      case SUBSET -> "ellipse, fillcolor=\"#f6faf3\"";
      case RULE -> "note, fillcolor=\"#fffbe6\"";
      case ANSWER -> "cds, fillcolor=\"#f2f2f2\"";
      case MISSING -> "octagon, fillcolor=\"#fbe3e4\"";
      case REST -> "folder, fillcolor=\"#f2f2f2\"";
    };
  }

  private static String nodeStyle(GraphNode node) {
    return switch (node.change()) {
      case SAME -> "";
      case ADDED -> ", color=\"#007a5a\", penwidth=3";
      case REMOVED -> ", color=\"#b34700\", penwidth=2, style=\"filled,dashed\"";
      case CHANGED -> ", color=\"#0b57d0\", penwidth=3";
    };
  }

  private static String edgeStyle(GraphEdge edge) {
    String ofKind =
        switch (edge.kind()) {
          case MIRRORS -> "style=dashed, arrowhead=empty";
          case HAS -> "style=dotted, arrowhead=none";
          case SEES -> "style=dotted";
          case ANSWERS -> "arrowhead=vee";
          case SERVES, CALLS, TRIES -> "arrowhead=normal";
        };
    return edge.change() == GraphChange.SAME
        ? ofKind
        : ofKind
            + switch (edge.change()) {
              case SAME -> "";
              case ADDED -> ", color=\"#007a5a\", penwidth=3";
              case REMOVED -> ", color=\"#b34700\", style=dashed";
              case CHANGED -> ", color=\"#0b57d0\", penwidth=2";
            };
  }

  /** A quoted string of several lines. In it, a backslash would begin one of Graphviz's escapes. */
  private static String label(List<String> lines, String end) {
    StringBuilder text = new StringBuilder("\"");
    for (String line : lines) {
      if (text.length() > 1 && end.equals("\\n")) {
        text.append(end);
      }
      text.append(line.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\""));
      if (!end.equals("\\n")) {
        text.append(end);
      }
    }
    return text.append('"').toString();
  }
}
