// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code analysis} is a mesh, with what is found in it in the {@code .txt} beside it;
 * {@code -Drutter.golden=update} writes these. Where Istio's own analysis is known for wrong
 * alarms, the name starts with {@code quiet-} and nothing may be found. Notes count where the first
 * line asks for them.
 */
class AnalysisCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/analysis");
  private static final boolean UPDATE = "update".equals(System.getProperty("rutter.golden"));

  static Stream<Path> meshes() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("meshes")
  void findsWhatIsExpected(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".yaml", "");
    String found = found(name, Files.readString(file));
    if (name.startsWith("quiet-")) {
      assertThat(found).isEmpty();
      return;
    }
    Path expected = FOLDER.resolve(name + ".txt");
    if (UPDATE) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected)).isNotEmpty();
  }

  private static String found(String name, String yaml) {
    LoadResult input = YamlLoader.create().load(YamlSource.text(name, yaml));
    assertThat(input.hasErrors()).as("%s", input.problems()).isFalse();
    boolean notes = yaml.startsWith("# notes\n");
    return input.problemsWith(Translator.create().compile(input.snapshot()).analyze()).stream()
        .filter(problem -> notes || problem.severity() != Severity.NOTE)
        .map(Problem::toString)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
