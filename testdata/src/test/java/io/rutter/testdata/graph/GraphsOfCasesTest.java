// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.inspect.graph.GraphEdge;
import io.rutter.inspect.graph.GraphNode;
import io.rutter.inspect.graph.GraphOutput;
import io.rutter.inspect.graph.MeshGraph;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meshes of golden cases can be drawn, and what is drawn hangs together. */
class GraphsOfCasesTest {
  private static final Path CASES =
      Path.of(System.getProperty("rutter.root", ".."), "testdata/src/test/resources/cases");

  /** One case in so many, for time. */
  private static final int SHARE = 4;

  @Test
  void hangTogether() throws IOException {
    List<Path> inputs;
    try (Stream<Path> files = Files.walk(CASES)) {
      inputs = files.filter(file -> file.endsWith("input.yaml")).sorted().toList();
    }
    assertThat(inputs).hasSizeGreaterThan(SHARE * 100);
    int edges = 0;
    for (int i = 0; i < inputs.size(); i += SHARE) {
      Path input = inputs.get(i);
      CompiledMesh mesh = Translator.create().compile(YamlLoader.create().load(input).snapshot());
      MeshGraph graph = MeshGraph.of(mesh);
      check(input, graph);
      MeshGraph.hosts(mesh).stream()
          .limit(2)
          .forEach(host -> check(input, MeshGraph.ofHost(mesh, host)));
      assertThat(MeshGraph.changes(graph, graph)).as(input.toString()).isEqualTo(graph);
      edges += graph.edges().size();
    }
    assertThat(edges).isGreaterThan(100);
  }

  private static void check(Path input, MeshGraph graph) {
    List<String> ids = graph.nodes().stream().map(GraphNode::id).toList();
    Set<String> unique = new HashSet<>(ids);
    assertThat(ids).as(input.toString()).hasSameSizeAs(unique);
    assertThat(graph.edges().stream().flatMap(edge -> Stream.of(edge.from(), edge.to())))
        .as(input.toString())
        .allMatch(unique::contains);
    assertThat(graph.edges().stream().map(GraphsOfCasesTest::key).distinct().count())
        .isEqualTo(graph.edges().size());
  }

  private static String key(GraphEdge edge) {
    return edge.from() + "\n" + edge.to() + "\n" + edge.kind();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfDocumentsHasNoSay(long seed) throws IOException {
    List<String> documents = new ArrayList<>();
    Path folder = CASES.resolve("../../../../../examples/bookinfo");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        documents.addAll(List.of(Files.readString(file).split("(?m)^---\\s*$")));
      }
    }
    List<String> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(json(shuffled)).isEqualTo(json(documents));
  }

  private static String json(List<String> documents) {
    String text = documents.stream().collect(Collectors.joining("\n---\n"));
    return GraphOutput.json(
        MeshGraph.of(
            Translator.create()
                .compile(YamlLoader.create().load(YamlSource.text("mesh.yaml", text)).snapshot())));
  }
}
