// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rutter validate}: the problems on standard output, and the exit status. */
class ValidateTest {
  private static final String BAD =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a}
      spec:
        hosts: [a]
        http:
        - timeout: 0s
          route: [{destination: {host: "100%"}}]
      """;

  @Test
  void printsLikeACompiler() {
    CommandRun run = rutterOn(BAD, "validate", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("rutter: 2 errors\n");
    assertThat(run.out())
        .contains("<stdin>:7:14: error: VirtualService/default/a: spec.http[0].timeout: ")
        .contains("<stdin>:8:")
        .contains(" [invalid-value]");
  }

  /** A key, a kind and a file name that would write lines of their own or steer a terminal. */
  @ParameterizedTest
  @ValueSource(strings = {"validate", "analyze", "translate"})
  void noTextOfTheInputForgesALine(String command, @TempDir Path temp) throws IOException {
    String text = "\"\\e[31mRED\\e[0m\\a\\b\\r\\n::error::pwn\"";
    Path file =
        Files.writeString(
            temp.resolve("a\u001b[2J\nfoo:1:1: error: x.yaml"),
            text + ": 1\n---\napiVersion: v1\nkind: " + text + "\nmetadata: {name: a}\n");

    CommandRun run = rutter(command, file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out() + run.err())
        .contains("a\\u001b[2J\\nfoo:1:1: error: x.yaml:")
        .contains("\\u001b[31mRED\\u001b[0m\\u0007\\u0008\\r\\n::error::pwn")
        .doesNotContain("\n::error", "\nfoo", "\u001b", "\r", "\u0007");
  }

  @Test
  void printsJson() {
    assertThat(rutterOn(BAD, "validate", "--format", "json", "-").out())
        .startsWith("[")
        .contains("\"severity\": \"error\"", "\"line\": 7", "\"column\": 14");
  }

  @Test
  void printsWorkflowCommands() {
    assertThat(rutterOn(BAD, "validate", "--format", "github", "-").out())
        .contains("::error file=<stdin>,line=7,col=14,title=invalid-value::spec.http[0].timeout: ")
        .contains("100%25");
  }

  @Test
  void aGoodDocumentPrintsNothing() {
    CommandRun run =
        rutterOn(BAD.replace("0s", "1s").replace("100%", "b"), "validate", "--notes", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
  }
}
