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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/command.md}: its examples are right, and its options exist. */
class CommandDocumentTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");
  private static final Pattern FORMAT = Pattern.compile("^\\| `([a-z]+)` \\|.*\\| (.*) \\|$");

  @Test
  void theExampleOfAFileIsRight(@TempDir Path temp) throws IOException {
    Path config = Files.writeString(temp.resolve(".rutter.yaml"), yaml().get(0));

    CommandRun run = rutter("validate", "--config", config.toString(), "../bookinfo");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEqualTo("rutter: no problems\n");
  }

  @Test
  void theExampleOfAnAnnotationIsRight() throws IOException {
    CommandRun run = rutterOn(yaml().get(1), "analyze", "-");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("rutter: no problems, 1 suppressed\n");
  }

  @Test
  void everyOptionExists() throws IOException {
    String help =
        rutter("validate", "--help").out()
            + rutter("simulate", "--help").out()
            + rutter("explain", "--help").out()
            + rutter("uses", "--help").out();
    assertThat(OPTION.matcher(page()).results().map(match -> match.group(1)).distinct())
        .hasSizeGreaterThan(5)
        .allSatisfy(option -> assertThat(help).contains(option));
  }

  @Test
  void everyFormatIsOneOfTheCommandsNamed() throws IOException {
    String table = page().substring(page().indexOf("## Formats"));
    assertThat(Splitter.on('\n').splitToStream(table).filter(FORMAT.asMatchPredicate()))
        .hasSize(ProblemFormat.values().length)
        .allSatisfy(
            row -> {
              String format = row.substring(3, row.indexOf('`', 3));
              assertThat(rutter("analyze", "--format", format, "../bookinfo").status()).isZero();
              if (row.contains("simulate")) {
                assertThat(
                        rutter(
                                "simulate",
                                "--format",
                                format,
                                "../bookinfo",
                                "--tests",
                                "../calls/bookinfo.yaml")
                            .status())
                    .isZero();
              }
            });
  }

  private static List<String> yaml() throws IOException {
    return YAML.matcher(page()).results().map(match -> match.group(1)).toList();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of(System.getProperty("rutter.root", "../.."), "docs/command.md"));
  }
}
