// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What RE2 and Envoy take, by the counts of an expression. */
class RegexRepeatsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a{1000}",
        "(a{10}){100}",
        "a{2,}",
        "a{,2}",
        "[a{2}]",
        "\\{2000}",
        "\\Qa{2000}\\E",
        "(a|b{3}){0}",
        "a{0}",
        "\\pL{3}",
        "\\x{10FFFF}",
        "[]a]{3}",
        "[[:alpha:]]{3}"
      })
  void isTaken(String regex) {
    assertThat(RegexRepeats.areWithinBounds(regex)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a{1001}", "(a{100}){11}", "((a{1000}){1000}){1000}", "(a{0,30}){0,34}"})
  void repeatsTooOften(String regex) {
    assertThat(RegexRepeats.areWithinBounds(regex)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x{1000}", "(x{0,30}){0,33}", "(xy){500}", "[a-z]{1000}", "(a(b{10})){91}"})
  void makesTooLongAProgram(String part) {
    assertThat(RegexRepeats.areWithinBounds(part.repeat(32))).isTrue();
    assertThat(RegexRepeats.areWithinBounds(part.repeat(40))).isFalse();
  }
}
