// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What examples/kubernetes/README.md says is so: its options, metrics, classes and files. */
class KubernetesReadmeTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");
  private static final Pattern METRIC = Pattern.compile("rutter_[a-z_]+");
  private static final Pattern SHELL = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern ROW_OF_CLASSES =
      Pattern.compile("(?m)^\\| ((`[A-Z]\\w+`(, )?)+) \\|");

  private static final Set<String> OF_CLUSTERS = Set.of("rutter_objects", "rutter_api_server_up");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"), UTF_8);
  }

  private static Set<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  @Test
  void optionsAreThoseOfTheCommand() throws IOException {
    String withoutShell = SHELL.matcher(readme()).replaceAll("");
    Set<String> expected = all(OPTION, KubernetesRun.of("--help").out());
    expected.removeAll(Set.of("--help", "--version"));
    assertThat(all(OPTION, withoutShell)).isEqualTo(expected);
  }

  @Test
  void metricsAreThoseThatAreServed() throws IOException {
    Metrics metrics = new Metrics();
    metrics.time(Metrics.Step.PUSH, Duration.ZERO);
    metrics.setProblems(List.of());
    Set<String> served = all(METRIC, metrics.text(List.of()));
    assertThat(served)
        .containsAll(
            all(METRIC, readme()).stream()
                .filter(name -> !OF_CLUSTERS.contains(name)) // There is none.
                .map(name -> name.equals("rutter_mesh_seconds") ? name + "_count" : name)
                .toList());
  }

  @Test
  void commandsNameFilesThatExist() throws IOException {
    List<String> files =
        SHELL
            .matcher(readme())
            .results()
            .flatMap(block -> List.of(block.group(1).split("\\s+")).stream())
            .filter(word -> word.startsWith("manifests") || word.equals("Containerfile"))
            .toList();
    assertThat(files).hasSizeGreaterThan(2).allSatisfy(file -> assertThat(Path.of(file)).exists());
    assertThat(Path.of("rutter-kubernetes")).isExecutable();
  }

  @Test
  void classesExist() throws IOException {
    List<String> names =
        ROW_OF_CLASSES
            .matcher(readme())
            .results()
            .flatMap(row -> List.of(row.group(1).replace("`", "").split(", ")).stream())
            .toList();
    assertThat(names)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name ->
                assertThat(Path.of("src/main/java/io/rutter/kubernetes", name + ".java")).exists());
  }
}
