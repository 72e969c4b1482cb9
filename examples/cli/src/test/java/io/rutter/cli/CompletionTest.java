// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shells complete, and the manual pages, which come from the same model. */
class CompletionTest {
  /** Sets what Bash sets before it asks for completions of the last word, and prints them. */
  private static final String ASK =
      """
      source "$1"
      shift
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      COMP_LINE="$*"
      COMP_POINT=${#COMP_LINE}
      _complete_rutter
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "an|analyze",
        "validate --fo|--format",
        "validate --format sa|sarif",
        "translate --format boot|bootstrap",
        "analyze --fail-on w|warning",
        "analyze --color al|always",
        "analyze --suppress unknown-h|unknown-host",
        "codes weight|weight-total",
        "completion fi|fish",
        "simulate --mode in|inbound",
        "graph --format mer|mermaid",
      })
  void bashCompletes(String line, String expected) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Path script = Files.writeString(temp.resolve("rutter"), rutter("completion", "bash").out());
    Path ask = Files.writeString(temp.resolve("ask"), ASK);

    List<String> command =
        new ArrayList<>(List.of("/bin/bash", ask.toString(), script.toString(), "rutter"));
    command.addAll(List.of(line.split(" ")));
    assertThat(ran(command).lines()).contains(expected);
  }

  @Test
  void zshReadsTheSameScript() {
    assertThat(rutter("completion", "zsh").out())
        .isEqualTo(rutter("completion", "bash").out())
        .contains("bashcompinit");
  }

  @Test
  void fishCompletesCommandsOptionsAndValues() {
    CommandRun run = rutter("completion", "fish");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines().skip(1))
        .allSatisfy(line -> assertThat(line).startsWith("complete -c rutter -n '"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "complete -c rutter -n '__fish_use_subcommand' -f -a 'validate' -d"
                            + " 'Prints the problems"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "complete -c rutter -n '__fish_seen_subcommand_from validate' -l format -x"
                            + " -a 'text json github sarif junit' -d"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith(
                        "complete -c rutter -n '__fish_seen_subcommand_from analyze' -l config -r"
                            + " -d"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("__fish_seen_subcommand_from codes' -f -a 'unreadable-file "));
    // Quotes come in pairs, and nothing spans lines.
    assertThat(run.out().lines().skip(1))
        .allSatisfy(
            line ->
                assertThat(line.replace("\\'", "").chars().filter(c -> c == '\'').count() % 2)
                    .isZero());
  }

  @Test
  void anotherShellIsWrongUsage() {
    assertThat(rutter("completion", "tcsh").status()).isEqualTo(2);
    assertThat(rutter("completion").status()).isEqualTo(2);
  }

  @Test
  void eachCommandHasAManualPage() throws IOException {
    DistributionFiles.write(temp);

    Path manual = temp.resolve("man/man1");
    assertThat(manual)
        .isDirectoryContaining("glob:**/rutter.1")
        .isDirectoryContaining("glob:**/rutter-simulate.1");
    String page = Files.readString(manual.resolve("rutter-translate.1"), UTF_8);
    assertThat(page)
        .contains(
            ".TH \"rutter-translate\" 1",
            "rutter-translate \\- Prints the Envoy resources of each proxy of a mesh.",
            "\\fB\\-\\-most\\-clusters\\fR=\\fIN\\fR",
            "Default: 100000.",
            ".SH \"EXIT STATUS\"",
            "RUTTER_JAVA_OPTIONS",
            "\\fBrutter\\fR(1)")
        .doesNotContain("${", "@|", "Optional");
    assertThat(Files.readString(manual.resolve("rutter.1"))).contains("rutter\\-completion\\fR(1)");
    assertThat(temp.resolve("bash-completion/completions/rutter")).exists();
    assertThat(temp.resolve("fish/vendor_completions.d/rutter.fish")).exists();
  }

  @Test
  void manReadsThePages() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "no groff");
    DistributionFiles.write(temp);

    String shown =
        ran(
            List.of(
                "/usr/bin/groff",
                "-man",
                "-Tascii",
                "-ww",
                temp.resolve("man/man1/rutter-simulate.1").toString()));

    // Bold is a letter, a backspace and the letter again. Complaints name the file.
    assertThat(shown.replaceAll(".\b", ""))
        .contains("SYNOPSIS", "--tests", "EXIT STATUS")
        .doesNotContain("rutter-simulate.1:");
  }

  /** What a program prints, problems too. */
  private static String ran(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
