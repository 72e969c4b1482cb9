// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.write;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.MeshGraph;
import io.rutter.inspect.graph.NodeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph in the language of Mermaid. Texts are quoted, and every character that Mermaid, Markdown
 * or HTML may take for its own is a number of Unicode in Mermaid's way: {@code #38;}.
 */
public final class MermaidText {
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf(" .,:/-=+?()%"));

  private MermaidText() {}

  /** The text, with a line end. */
  public static String of(MeshGraph graph) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = new LinkedHashMap<>();
    for (GraphNode node : graph.nodes()) {
      String id = "n" + (ids.size() + 1);
      ids.put(node.id(), id);
      text.append("  ").append(id).append(node(node)).append(classOf(node)).append('\n');
    }
    StringBuilder styles = new StringBuilder();
    int number = 0;
    for (GraphEdge edge : graph.edges()) {
      List<String> lines = ShownText.lines(edge.lines());
      text.append("  ").append(ids.get(edge.from())).append(' ').append(arrow(edge));
      if (!lines.isEmpty()) {
        text.append("|\"").append(escaped(lines)).append("\"|");
      }
      text.append(' ').append(ids.get(edge.to())).append('\n');
      styles.append(style(edge, number));
      number++;
    }
    int note = 0;
    for (String line : graph.notes()) {
      note++;
      text.append("  note").append(note).append("[\"").append(escaped(List.of(ShownText.of(line))));
      text.append("\"]:::note\n");
    }
    return text.append(styles).append(CLASSES).toString();
  }

  private static final String CLASSES =
      """
        classDef gateway fill:#dbe9f6,stroke:#34506b,color:#111
        classDef host fill:#e8f1fa,stroke:#34506b,color:#111
        classDef service fill:#eef6ea,stroke:#3d5c2f,color:#111
        classDef subset fill:#f6faf3,stroke:#3d5c2f,color:#111
        classDef external fill:#fdf3e1,stroke:#7a5a14,color:#111
        classDef rule fill:#fffbe6,stroke:#7a6a14,color:#111
        classDef other fill:#f2f2f2,stroke:#555,color:#111
        classDef missing fill:#fbe3e4,stroke:#8c1d18,color:#111
        classDef note fill:#fff,stroke:#999,color:#111,stroke-dasharray:2 2
        classDef added stroke:#007a5a,stroke-width:4px
        classDef removed stroke:#b34700,stroke-width:2px,stroke-dasharray:6 4
        classDef changed stroke:#0b57d0,stroke-width:4px
      """;

  private static String node(GraphNode node) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add(ShownText.of(node.change().mark() + NodeTexts.title(node)));
    if (!node.namespace().isEmpty()) {
      lines.add(ShownText.of("(" + node.namespace() + ")"));
    }
    String text = '"' + escaped(lines.addAll(ShownText.lines(node.lines())).build()) + '"';
    return switch (node.kind()) {
      case GATEWAY -> "[/" + text + "\\]";
      case HOST -> "(" + text + ")";
      case SUBSET -> "([" + text + "])";
      case ANSWER -> ">" + text + "]";
      case MISSING -> "{{" + text + "}}";
      case EXTERNAL -> "[[" + text + "]]";
      case CLIENT, SERVICE, RULE, REST -> "[" + text + "]";
    };
  }

  private static String classOf(GraphNode node) {
    String change =
        switch (node.change()) {
          case SAME -> "";
          case ADDED -> ",added";
          case REMOVED -> ",removed";
          case CHANGED -> ",changed";
        };
    return ":::" + kindClass(node.kind()) + change;
  }

  private static String kindClass(NodeKind kind) {
    return switch (kind) {
      case GATEWAY -> "gateway";
      case HOST -> "host";
      case SERVICE -> "service";
      case SUBSET -> "subset";
      case EXTERNAL -> "external";
      case RULE -> "rule";
      case MISSING -> "missing";
      case CLIENT, ANSWER, REST -> "other";
    };
  }

  private static String arrow(GraphEdge edge) {
    if (edge.change() == GraphChange.ADDED) {
      return "==>";
    }
    return switch (edge.kind()) {
      case MIRRORS, SEES -> "-.->";
      case HAS -> "-.-";
      case SERVES, CALLS, ANSWERS, TRIES -> edge.change() == GraphChange.REMOVED ? "-.->" : "-->";
    };
  }

  private static String style(GraphEdge edge, int number) {
    return switch (edge.change()) {
      case SAME -> "";
      case ADDED -> "  linkStyle " + number + " stroke:#007a5a,stroke-width:4px\n";
      case REMOVED ->
          "  linkStyle " + number + " stroke:#b34700,stroke-width:2px,stroke-dasharray:6 4\n";
      case CHANGED -> "  linkStyle " + number + " stroke:#0b57d0,stroke-width:3px\n";
    };
  }

  private static String escaped(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (!text.isEmpty()) {
        text.append("<br>");
      }
      line.codePoints().forEach(character -> append(character, text));
    }
    return text.toString();
  }

  private static void append(int character, StringBuilder text) {
    boolean plain = character > 0x7F || PLAIN.matches((char) character);
    if (plain) {
      text.appendCodePoint(character);
    } else {
      text.append('#').append(character).append(';');
    }
  }
}
