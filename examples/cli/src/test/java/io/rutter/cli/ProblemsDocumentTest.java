// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rutter.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} lists every code, each with an input that triggers it. */
class ProblemsDocumentTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("```sh\nrutter (.*)\n```");

  /** No input has it; the test of the control plane does. */
  private static final String OF_RUNNING_ENVOYS = ProblemCode.REFUSED_BY_ENVOY.id();

  @Test
  void everyCodeIsListed() throws IOException {
    assertThat(sections().stream().map(ProblemsDocumentTest::codeOf))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList());
  }

  @Test
  void everyExampleTriggersItsCode() throws IOException {
    assertThat(sections())
        .filteredOn(section -> !codeOf(section).equals(OF_RUNNING_ENVOYS))
        .allSatisfy(
            section ->
                assertThat(runs(section))
                    .isNotEmpty()
                    .allSatisfy(
                        run -> assertThat(run.out()).contains(" [" + codeOf(section) + "]")));
  }

  /** A section may have several examples. */
  private static List<CommandRun> runs(String section) {
    Matcher command = COMMAND.matcher(section);
    if (command.find()) {
      return List.of(
          rutterOn("", Splitter.on(' ').splitToList(command.group(1)).toArray(new String[0])));
    }
    return YAML.matcher(section)
        .results()
        .map(example -> rutterOn(example.group(1), "analyze", "--notes", "-"))
        .toList();
  }

  private static List<String> sections() throws IOException {
    Path document = Path.of(System.getProperty("rutter.root", "../..")).resolve("docs/problems.md");
    return Splitter.on("\n## ").splitToList(Files.readString(document)).stream().skip(1).toList();
  }

  private static String codeOf(String section) {
    return section.substring(0, section.indexOf('\n'));
  }
}
