// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.cli.RutterInProcess;
import io.rutter.docs.Page.Block;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No block escapes: each has a language that a test knows, or is a form or a figure. */
class PlainSnippetsTest {
  private static final Set<String> KNOWN = Set.of("java", "sh", "yaml", "xml", "text");
  private static final Pattern FORM = Pattern.compile("rutter ([a-z]+) .*\\[.*", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  @Test
  void everyBlockIsOfAKnownKind() {
    List<Block> others =
        Page.all().stream()
            .flatMap(page -> page.blocks().stream())
            .filter(block -> !KNOWN.contains(block.language()))
            .filter(block -> !Figures.isOfAnotherTool(block))
            .filter(
                block -> !block.language().isEmpty() || (!isForm(block) && !Figures.isOne(block)))
            .toList();

    assertThat(others).isEmpty();
    assertThat(Figures.gone()).isEmpty();
  }

  private static boolean isForm(Block block) {
    return FORM.matcher(block.text()).matches();
  }

  @Test
  void everyOptionOfAFormExists() {
    assertThat(Page.blocks(""))
        .filteredOn(PlainSnippetsTest::isForm)
        .isNotEmpty()
        .allSatisfy(
            block ->
                assertThat(OPTION.matcher(block.text()).results().map(found -> found.group()))
                    .allSatisfy(
                        option ->
                            assertThat(help(block.text().split(" ", 3)[1])).contains(option)));
  }

  private static String help(String command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        RutterInProcess.run(
            new String[] {command, "--help"}, InputStream.nullInputStream(), out, out);
    assertThat(status).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A test that is named as running blocks of a page at least reads the page. */
  @Test
  void otherTestsReadTheirPages() {
    List<Path> sources = Page.files(".java");
    for (Map.Entry<String, Map<String, String>> page : Figures.ELSEWHERE.entrySet()) {
      assertThat(page.getValue().values())
          .allSatisfy(
              test ->
                  assertThat(sources)
                      .filteredOn(file -> file.endsWith(test + ".java"))
                      .singleElement()
                      .satisfies(file -> assertThat(Page.textOf(file)).contains(page.getKey())));
    }
  }
}
