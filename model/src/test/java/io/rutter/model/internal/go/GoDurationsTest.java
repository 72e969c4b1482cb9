// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationsTest {
  @ParameterizedTest
  @CsvSource({
    "1.5s,PT1.5S",
    "500ms,PT0.5S",
    "1h30m,PT1H30M",
    "1m,PT1M",
    "0,PT0S",
    "0s,PT0S",
    "-5s,PT-5S",
    "1us,PT0.000001S",
    "1\u00b5s,PT0.000001S",
    "1.0000000009s,PT1S",
    ".5s,PT0.5S",
    "1.s,PT1S",
    "+5s,PT5S",
    "1.00000000000000000000000000001s,PT1S",
    "9223372036854775807ns,PT2562047H47M16.854775807S",
    "-9223372036854775808ns,PT-2562047H-47M-16.854775808S",
    "0.9223372036854775808h,PT55M20.413933267S"
  })
  void durations(String text, Duration expected) {
    assertThat(GoDurations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "s",
        "1d",
        "1 s",
        "1s ",
        "--1s",
        ".s",
        "9999999h",
        "1e3s",
        "-",
        "+",
        "9223372036854775808ns",
        "9223372036854775807ns1ns",
        "18446744073709551617ns",
        "99999999999999999999999999999h",
        "1h.",
        "\u0661s"
      })
  void others(String text) {
    assertThat(GoDurations.parse(text)).isEmpty();
  }

  @Test
  void textOfAnyLength() {
    assertThat(GoDurations.parse("1h".repeat(20_000))).contains(Duration.ofHours(20_000));
    assertThat(GoDurations.parse("0".repeat(1_000_000) + "1s")).contains(Duration.ofSeconds(1));
    assertThat(GoDurations.parse("1." + "0".repeat(1_000_000) + "s"))
        .contains(Duration.ofSeconds(1));
    assertThat(GoDurations.parse("1h".repeat(3_000_000))).isEmpty();
  }
}
