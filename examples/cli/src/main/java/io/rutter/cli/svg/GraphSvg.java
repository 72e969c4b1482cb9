// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.GraphText;
import io.rutter.inspect.graph.MeshGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/**
 * A graph as an SVG that needs nothing else: text is text, each node and edge has a title with all
 * of its lines, and colours follow whether the reader likes it dark or light. The same graph gives
 * the same bytes.
 */
public final class GraphSvg {
  private static final double FOOT_HEIGHT = 15;
  private static final double LEAST_WIDTH = 420;

  private final StringBuilder text = new StringBuilder();
  private final MeshGraph graph;
  private final GraphLayout layout;
  private final Map<String, GraphNode> nodes = new LinkedHashMap<>();

  private GraphSvg(MeshGraph graph, GraphLayout layout) {
    this.graph = graph;
    this.layout = layout;
    graph.nodes().forEach(node -> nodes.put(node.id(), node));
  }

  /**
   * The picture.
   *
   * @param title what it shows
   */
  public static String of(MeshGraph graph, String title) {
    GraphSvg svg = new GraphSvg(graph, GraphLayout.of(graph));
    svg.write(title);
    return svg.text.toString();
  }

  private void write(String title) {
    ImmutableList<String> foot = SvgLegend.lines(graph);
    double width =
        Math.max(
            Math.max(LEAST_WIDTH, layout.root().getWidth()),
            foot.stream()
                    .mapToDouble(line -> TextWidth.of(line, GraphLayout.LABEL_SIZE))
                    .max()
                    .orElse(0)
                + 24);
    double height = layout.root().getHeight() + FOOT_HEIGHT * foot.size() + 10;
    text.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n"
            .formatted(number(width), number(height), number(width), number(height)));
    text.append("<title id=\"title\">").append(Xml.escaped(title)).append("</title>\n");
    text.append("<desc id=\"desc\">").append(Xml.escaped(description())).append("</desc>\n");
    text.append("<style>\n").append(SvgStyle.CSS).append("</style>\n");
    text.append(SvgStyle.ARROWS);
    text.append("<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
    for (int i = 0; i < graph.edges().size(); i++) {
      edge(graph.edges().get(i), layout.edges().get(i));
    }
    graph.nodes().forEach(this::node);
    for (int i = 0; i < graph.edges().size(); i++) {
      label(graph.edges().get(i), layout.edges().get(i));
    }
    double y = layout.root().getHeight() + 8;
    for (String line : foot) {
      text(12, y, "foot", line);
      y += FOOT_HEIGHT;
    }
    text.append("</svg>\n");
  }

  private String description() {
    return graph.nodes().size()
        + " nodes, "
        + graph.edges().size()
        + " edges. "
        + String.join(". ", graph.notes());
  }

  private void node(GraphNode node) {
    ElkNode placed = requireNonNull(layout.nodes().get(node.id()));
    Box box = Box.of(node);
    text.append(
        "<g class=\"node %s %s\" transform=\"translate(%s %s)\">\n"
            .formatted(
                word(node.kind()),
                word(node.change()),
                number(placed.getX()),
                number(placed.getY())));
    title(
        changed(node.change())
            + word(node.kind())
            + " "
            + node.name()
            + (node.namespace().isEmpty() ? "" : " in " + node.namespace()),
        node.lines());
    text.append(NodeShape.of(node.kind(), placed.getWidth(), placed.getHeight()));
    double y = Box.PADDING / 2 + Box.TITLE_HEIGHT - 4;
    text(Box.PADDING, y, "name", box.title());
    if (!box.namespace().isEmpty()) {
      y += Box.LINE_HEIGHT;
      text(Box.PADDING, y, "namespace", box.namespace());
    }
    for (int i = 0; i < box.lines().size(); i++) {
      y += Box.LINE_HEIGHT;
      text(
          Box.PADDING,
          y,
          "line" + lineClass(node.lines(), i, box.lines().size()),
          box.lines().get(i));
    }
    text.append("</g>\n");
  }

  private static String lineClass(List<GraphLine> lines, int at, int shown) {
    boolean rest = shown < lines.size() && at == shown - 1;
    return rest || lines.get(at).change() == GraphChange.SAME
        ? ""
        : " " + word(lines.get(at).change());
  }

  private void edge(GraphEdge edge, ElkEdge placed) {
    text.append("<g class=\"edge %s %s\">".formatted(word(edge.kind()), word(edge.change())));
    title(
        changed(edge.change())
            + name(edge.from())
            + " "
            + word(edge.kind())
            + " "
            + name(edge.to()),
        edge.lines());
    for (ElkEdgeSection section : placed.getSections()) {
      text.append("<path d=\"").append(EdgePath.of(section)).append("\"/>");
    }
    text.append("</g>\n");
  }

  private String name(String id) {
    return requireNonNull(nodes.get(id)).name();
  }

  private void label(GraphEdge edge, ElkEdge placed) {
    ImmutableList<String> lines = GraphText.lines(edge.lines());
    for (ElkLabel label : placed.getLabels()) {
      text.append("<g class=\"label %s %s\">".formatted(word(edge.kind()), word(edge.change())));
      text.append(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
              .formatted(
                  number(label.getX()),
                  number(label.getY()),
                  number(label.getWidth()),
                  number(label.getHeight())));
      double y = label.getY();
      for (int i = 0; i < lines.size(); i++) {
        y += GraphLayout.LABEL_HEIGHT;
        text(
            label.getX() + 3,
            y - 3,
            "line" + lineClass(edge.lines(), i, lines.size()),
            lines.get(i));
      }
      text.append("</g>\n");
    }
  }

  private void title(String first, List<GraphLine> lines) {
    text.append("<title>")
        .append(Xml.escaped(first))
        .append(
            lines.stream()
                .map(line -> "\n" + Xml.escaped(line.change().mark() + line.text()))
                .collect(joining()))
        .append("</title>\n");
  }

  private static String changed(GraphChange change) {
    return change == GraphChange.SAME ? "" : word(change) + ": ";
  }

  private void text(double x, double y, String style, String line) {
    text.append(
        "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n"
            .formatted(style, number(x), number(y), Xml.escaped(line)));
  }

  private static String word(Enum<?> value) {
    return Ascii.toLowerCase(value.name());
  }

  /** With one decimal place at most, whatever the machine's language. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
