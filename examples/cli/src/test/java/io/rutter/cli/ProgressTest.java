// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter terminal = new StringWriter();

  @Test
  void theLineIsGoneAtTheEnd() {
    try (Progress progress = Progress.on(new PrintWriter(terminal))) {
      progress.stage("reading the input");
      progress.show();
      progress.stage(() -> "translated 3 of 4 proxies");
      progress.show();
      assertThat(terminal.toString())
          .matches(
              "\r\033\\[Krutter: reading the input \\(\\d+ s\\)"
                  + "\r\033\\[Krutter: translated 3 of 4 proxies \\(\\d+ s\\)");
    }
    assertThat(terminal.toString()).endsWith("s)\r\033[K");
  }

  @Test
  void withoutATerminalThereIsNone() {
    try (Progress progress = Progress.on(new PrintWriter(terminal))) {
      progress.stage("reading the input");
    }
    assertThat(terminal.toString()).isEmpty();
  }
}
