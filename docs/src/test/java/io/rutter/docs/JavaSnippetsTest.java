// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.docs.Page.Block;
import io.rutter.meshincode.MeshInCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java on a page is a part of a source of this repository, which the build compiles and tests run,
 * or a whole source: it compiles, and a program runs and prints what the page says next.
 */
class JavaSnippetsTest {
  private static final Map<String, String[]> ARGUMENTS =
      Map.of("Embedding", new String[] {"examples/bookinfo"});

  /** What a program of a source prints, for pages that show a part of it. */
  private static final Map<String, Program.Code> SHOWN_BY =
      Map.of("docs/guide.md", () -> MeshInCode.main(new String[0]));

  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> javaCompilesAndRuns() {
    List<String> sources =
        Page.files(".java").stream().map(file -> flat(Page.textOf(file))).toList();
    assertThat(Page.blocks("java")).hasSizeGreaterThan(10);
    return Page.blocks("java").stream()
        .filter(block -> sources.stream().noneMatch(source -> source.contains(flat(block.text()))))
        .map(block -> DynamicTest.dynamicTest(block.toString(), () -> check(block)));
  }

  private void check(Block block) throws Exception {
    Optional<Program> program = Program.of(block.text());
    assertThat(program)
        .as("a part of a source of this repository, or a source with its imports")
        .isPresent();
    Path classes = Files.createTempDirectory(temp, "classes");
    assertThat(program.get().compile(classes)).isEmpty();
    if (program.get().isRunnable()) {
      String name = program.get().name();
      String written = program.get().run(classes, ARGUMENTS.getOrDefault(name, new String[0]));
      assertThat(written).isNotEmpty();
      next(block).ifPresent(shown -> assertThat(shown.text()).isEqualTo(written));
    }
  }

  @TestFactory
  Stream<DynamicTest> outputIsThatOfAProgram() throws Exception {
    Map<String, String> printed = new HashMap<>();
    for (Map.Entry<String, Program.Code> program : SHOWN_BY.entrySet()) {
      printed.put(program.getKey(), Program.written(program.getValue()));
    }
    return Page.blocks("text").stream()
        .filter(block -> !Figures.isOne(block))
        .filter(block -> before(block).flatMap(java -> Program.of(java.text())).isEmpty())
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.toString(),
                    () -> assertThat(block.text()).isEqualTo(printed.get(block.page()))));
  }

  /** The output that is shown right after a program. */
  private static Optional<Block> next(Block block) {
    List<Block> all = blocksOf(block);
    int i = all.indexOf(block) + 1;
    return i < all.size() && all.get(i).language().equals("text")
        ? Optional.of(all.get(i))
        : Optional.empty();
  }

  private static Optional<Block> before(Block block) {
    List<Block> all = blocksOf(block);
    int i = all.indexOf(block) - 1;
    return i >= 0 && all.get(i).language().equals("java")
        ? Optional.of(all.get(i))
        : Optional.empty();
  }

  private static List<Block> blocksOf(Block block) {
    return Page.all().stream()
        .filter(page -> page.name().equals(block.page()))
        .findFirst()
        .map(Page::blocks)
        .orElse(new ArrayList<>());
  }

  /** A text without its indentation and empty lines. */
  private static String flat(String text) {
    return String.join(
        "\n", text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
  }
}
