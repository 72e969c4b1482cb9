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

/** Exit status 1 and {@code file:line:column: error: ...} for whatever is wrong with an input. */
class BadInputTest {
  @Test
  void wrongType() {
    assertFails(
        translated(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: a}
            spec:
              hosts: 5
            """),
        "<stdin>:5:10: error: VirtualService/default/a: spec.hosts: 5 (expected: ");
  }

  @Test
  void unknownField() {
    CommandRun run =
        translated(
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: a}
            spec:
              host: a
              bananas: 1
            """);

    assertThat(run.err()).contains("<stdin>:6:3: ", "DestinationRule/default/a: spec.bananas: ");
  }

  @Test
  void unknownKind() {
    assertFails(
        translated("apiVersion: v1\nkind: Banana\n"),
        "<stdin>:2:7: error: kind: Banana (expected: ");
  }

  @Test
  void tab() {
    assertFails(
        translated("apiVersion: v1\nkind: Service\nmetadata:\n\tname: a\n"),
        "<stdin>:4:1: error: ");
  }

  @Test
  void duplicateKey() {
    assertFails(
        translated("apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  name: b\n"),
        "<stdin>:5:3: error: ");
  }

  @Test
  void unfinishedText() {
    assertFails(translated("apiVersion: v1\nmetadata: {name: a\n"), "<stdin>:3:1: error: ");
  }

  @Test
  void missingFile() {
    assertFails(rutter("translate", "no-such-file.yaml"), "no-such-file.yaml:1:1: error: ");
  }

  @Test
  void binaryFile(@TempDir Path temp) throws IOException {
    Path file = temp.resolve("binary.yaml");
    Files.write(file, new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 0});

    assertFails(rutter("translate", file.toString()), file + ":1:1: error: character U+0000");
  }

  @Test
  void emptyFileHasNothingToTranslate(@TempDir Path temp) throws IOException {
    Path file = Files.createFile(temp.resolve("empty.yaml"));

    CommandRun run = rutter("translate", file.toString());

    assertThat(run.out()).contains("\"proxies\": {}");
    assertThat(run.err()).contains(file.toString()).contains("no Proxy");
  }

  private static CommandRun translated(String document) {
    return rutterOn(document, "translate", "-");
  }

  private static void assertFails(CommandRun run, String expected) {
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains(expected).doesNotContain("\tat ");
    assertThat(run.out()).startsWith("{");
  }
}
