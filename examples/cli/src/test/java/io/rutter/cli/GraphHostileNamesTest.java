// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.rutter.cli.svg.GraphSvg;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.GraphChange;
import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphLine;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.GraphOutput;
import io.rutter.inspect.graph.MeshGraph;
import io.rutter.inspect.graph.NodeKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever things are named, pictures hold it as text and nothing else. */
class GraphHostileNamesTest {
  private static final Set<String> ELEMENTS =
      Set.of("svg", "title", "desc", "style", "defs", "marker", "path", "rect", "g", "text");

  /** A statement of DOT as we write it: ids and words, quoted strings with escapes, signs. */
  private static final Pattern DOT_LINE =
      Pattern.compile(
          "(digraph mesh \\{|\\}| {2}((graph|node|edge|n\\d+|n\\d+ -> n\\d+) )?\\[([a-z]+=(\"([^\"\\\\]|\\\\[\\\\\"nl])*\"|[A-Za-z0-9.]+)(, )?)*\\];)");

  private static final Pattern MERMAID_LINE =
      Pattern.compile(
          "(flowchart LR"
              + "| {2}n\\d+[\\[({>/]+\"[^\"]*\"[\\])}\\\\]+:::[a-z]+(,[a-z]+)?"
              + "| {2}note\\d+\\[\"[^\"]*\"\\]:::note"
              + "| {2}n\\d+ (-->|==>|-\\.->|-\\.-)(\\|\"[^\"]*\"\\|)? n\\d+"
              + "| {2}(classDef|linkStyle) [a-z0-9]+ [a-z0-9#:,. -]+)");

  private static final Pattern MERMAID_TEXT =
      Pattern.compile("([A-Za-z0-9 .,:/=+?()%-]|[^\\x00-\\x7F]|#\\d+;|<br>)*");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"];x [label=\"b",
        "\\",
        "\\\" -> n1 //",
        "\\N \\G \\l",
        "<b>x</b><script>alert(1)</script>",
        "]]></style><image href=\"http://x\"/>",
        "&amp;quot; &lt; &#38;",
        "#quot;#59;",
        "end\nsubgraph x\n click n1 \"javascript:alert(1)\"",
        "%%{init: {\"securityLevel\": \"loose\"}}%%",
        "`code` **bold** [a](http://x) $$x$$ @{shape: x}",
        "\u202Egnp.\u0000\u0007\uFFFE\uFFFF\uD800 \u2028",
        "\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80",
      })
  void areOnlyText(String name) throws Exception {
    MeshGraph graph = graph(name);

    assertThat(GraphOutput.dot(graph).lines())
        .allSatisfy(line -> assertThat(line).matches(DOT_LINE));
    assertThat(GraphOutput.mermaid(graph).lines())
        .allSatisfy(line -> assertThat(line).matches(MERMAID_LINE))
        .allSatisfy(
            line -> {
              int quote = line.indexOf('"');
              if (quote >= 0) {
                assertThat(line.substring(quote + 1, line.lastIndexOf('"'))).matches(MERMAID_TEXT);
              }
            });
    String svg = GraphSvg.of(graph, name);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    NodeList all = document.getElementsByTagName("*");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      names.add(element.getTagName());
      assertThat(element.hasAttribute("href")).isFalse();
    }
    assertThat(ELEMENTS).containsAll(names);
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isNotEmpty();
    assertThat(GraphOutput.json(graph)).startsWith("{").doesNotContain("\u202E");
  }

  private static MeshGraph graph(String name) {
    Iterator<GraphChange> changes = Iterables.cycle(GraphChange.values()).iterator();
    ImmutableList.Builder<GraphNode> nodes = ImmutableList.builder();
    for (NodeKind kind : NodeKind.values()) {
      nodes.add(
          new GraphNode(
              name + kind, kind, name, name, ImmutableList.of(GraphLine.of(name)), changes.next()));
    }
    ImmutableList.Builder<GraphEdge> edges = ImmutableList.builder();
    for (EdgeKind kind : EdgeKind.values()) {
      edges.add(
          new GraphEdge(
              name + NodeKind.GATEWAY,
              name + NodeKind.SERVICE,
              kind,
              ImmutableList.of(GraphLine.of(name).with(GraphChange.REMOVED)),
              changes.next()));
    }
    return new MeshGraph(nodes.build(), edges.build(), ImmutableList.of(name));
  }
}
