// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code rutter graph}: the pictures of {@code testdata/src/test/resources/graph}, byte for byte;
 * {@code -Drutter.golden=update} draws them anew.
 */
class GraphTest {
  private static final Path FOLDER = Path.of("../../testdata/src/test/resources/graph");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bookinfo.svg|../bookinfo",
        "bookinfo.dot|../bookinfo --format dot",
        "bookinfo.mmd|../bookinfo --format mermaid",
        "bookinfo.json|../bookinfo --format json",
        "reviews.svg|../bookinfo --host reviews",
        "reviews.dot|../bookinfo --host reviews --format dot",
        "reviews.mmd|../bookinfo --host reviews --format mermaid",
        "ratings.json|../bookinfo --host ratings.bookinfo.svc.cluster.local --format json",
        "edge.mmd|../bookinfo --host books.example.com --format mermaid",
        "data.dot|../bookinfo --namespace bookinfo-data --format dot",
        "change.svg|FOLDER/after.yaml --before FOLDER/before.yaml",
        "change.dot|FOLDER/after.yaml --before FOLDER/before.yaml --format dot",
        "change.mmd|FOLDER/after.yaml --before FOLDER/before.yaml --format mermaid",
        "change.json|FOLDER/after.yaml --before FOLDER/before.yaml --format json",
        "changed-host.mmd|FOLDER/after.yaml --before FOLDER/before.yaml --host cart --format mermaid",
        "changes-only.mmd|FOLDER/after.yaml --before FOLDER/before.yaml --changes-only --format mermaid",
      })
  void drawsTheSamePicture(String name, String line) throws IOException {
    Path expected = FOLDER.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("graph"));
    arguments.addAll(Splitter.on(' ').splitToList(line.replace("FOLDER", FOLDER.toString())));

    CommandRun run = rutter(arguments.toArray(String[]::new));

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(rutter(arguments.toArray(String[]::new)).out()).isEqualTo(run.out());
    if ("update".equals(System.getProperty("rutter.golden"))) {
      Files.writeString(expected, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(expected));
  }

  @Test
  void writesToAFile(@TempDir Path temp) throws IOException {
    Path file = temp.resolve("mesh.svg");

    CommandRun run = rutter("graph", "../bookinfo", "-o", file.toString());

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(Files.readString(FOLDER.resolve("bookinfo.svg")));
    assertThat(rutter("graph", "../bookinfo", "-o", temp.toString()).err())
        .startsWith("rutter: --output: " + temp);
  }

  @Test
  void whatIsLeftOutIsSaid() {
    CommandRun few = rutter("graph", "../bookinfo", "--format", "dot", "--most-nodes", "5");

    assertThat(few.err()).contains("rutter: left out: 28 of 33 nodes, with the fewest edges\n");
    assertThat(few.out()).contains("28 of 33 nodes, with the fewest edges");
    assertThat(
            few.out()
                .lines()
                .filter(line -> line.startsWith("  n") && line.contains(" [label"))
                .filter(line -> !line.contains("->")))
        .hasSize(5);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      many.append(
          "{apiVersion: v1, kind: Service, metadata: {name: s%d, namespace: a}, spec: {ports: [{port: 80}]}}\n---\n"
              .formatted(i));
    }
    CommandRun folded = rutterOn(many.toString(), "graph", "-", "--format", "mermaid");
    assertThat(folded.err()).contains("50 services that no rule concerns, which are only counted");
    assertThat(folded.out()).contains("50 services<br>(a)<br>that no rule concerns");
    assertThat(rutterOn(many.toString(), "graph", "-", "--format", "mermaid", "--all").out())
        .contains("s49<br>(a)");
  }

  @Test
  void anUnknownHostNamesTheKnownOnes() {
    CommandRun run = rutter("graph", "../bookinfo", "--host", "nobody");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rutter: --host: no host nobody (the input has: ");
  }

  @Test
  void optionsThatMakeNoSense() {
    assertThat(rutter("graph", "../bookinfo", "--changes-only").err())
        .isEqualTo("rutter: --changes-only is for --before\n");
    assertThat(rutter("graph", "../bookinfo", "--most-nodes", "0").status()).isEqualTo(2);
    assertThat(rutter("graph", "../bookinfo", "--host", "a", "--namespace", "b").status())
        .isEqualTo(2);
    assertThat(rutter("graph", "../bookinfo", "--format", "png").status()).isEqualTo(2);
  }

  @Test
  void problemsOfTheInputFail() {
    CommandRun run = rutterOn("kind: [", "graph", "-", "--format", "json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("<stdin>:");
    assertThat(run.out()).contains("\"nodes\": []");
  }
}
