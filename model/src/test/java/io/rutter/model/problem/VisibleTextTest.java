// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.ConfigKey;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void controlsAndMarksBecomeEscapes() {
    assertThat(VisibleText.of("\u001b[31mRED\u001b[0m\u0007\b\r\n\t\u007f\u009b\u0085"))
        .isEqualTo("\\u001b[31mRED\\u001b[0m\\u0007\\u0008\\r\\n\\t\\u007f\\u009b\\u0085");
    assertThat(VisibleText.of("\u2028\u2029\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u200b"))
        .isEqualTo("\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069\\ufeff\\u200b");
    assertThat(VisibleText.of("\ud800x\udfff")).isEqualTo("\\ud800x\\udfff");
    assertThat(VisibleText.of("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
  }

  @Test
  void whatCanBeSeenStays() {
    String text = "caf\u00e9 \u65e5\u672c\u8a9e \ud83d\ude00 \\u001b \" '\u00a0";
    assertThat(VisibleText.of(text)).isSameAs(text);
    assertThat(VisibleText.inJson("{\n  \"a\": \"\\n\"\n}")).isEqualTo("{\n  \"a\": \"\\n\"\n}");
  }

  @Test
  void jsonMeansTheSame() {
    assertThat(VisibleText.inJson("\"\u007f\u009b\u202e\udb40\udc41\""))
        .isEqualTo("\"\\u007f\\u009b\\u202e\\udb40\\udc41\"");
  }

  @Test
  void noPartOfAProblemBreaksItsLine() {
    Problem problem =
        Problem.error(ProblemCode.INVALID_VALUE)
            .location(new SourceLocation("a\n::error::b", 1, 2))
            .object(new ConfigKey("Gateway", "n\rs", "g\u001b[2J"))
            .path("spec[\"x\u2028y\"]")
            .message("host: \"\u202eevil\"")
            .build();

    assertThat(problem.toString())
        .isEqualTo(
            "a\\n::error::b:1:2: error: Gateway/n\\rs/g\\u001b[2J: spec[\"x\\u2028y\"]: host:"
                + " \"\\u202eevil\" [invalid-value]");
    assertThat(problem.location().orElseThrow()).hasToString("a\\n::error::b:1:2");
  }
}
