// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.MeshDiffReport;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code diff} has a mesh before and after a change, and what is told of the change
 * as text and as Markdown; {@code -Drutter.golden=update} writes these two.
 */
class DiffCasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/diff");
  private static final boolean UPDATE = "update".equals(System.getProperty("rutter.golden"));

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsWhatIsExpected(Path folder) throws IOException {
    LoadResult before = load(folder.resolve("old.yaml"));
    LoadResult after = load(folder.resolve("new.yaml"));
    MeshDiff diff = MeshDiff.of(compile(before), before.sources(), compile(after), after.sources());
    compare(folder.resolve("expected.txt"), MeshDiffReport.text(diff));
    compare(folder.resolve("expected.md"), MeshDiffReport.markdown(diff));
  }

  private static LoadResult load(Path file) throws IOException {
    LoadResult input =
        YamlLoader.create()
            .load(YamlSource.text(file.getFileName().toString(), Files.readString(file)));
    assertThat(input.hasErrors()).as("%s", input.problems()).isFalse();
    return input;
  }

  private static CompiledMesh compile(LoadResult input) {
    return Translator.create().compile(input.snapshot());
  }

  private static void compare(Path expected, String told) throws IOException {
    if (UPDATE) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected));
  }
}
