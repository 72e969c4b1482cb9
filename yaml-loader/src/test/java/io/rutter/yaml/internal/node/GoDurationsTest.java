// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
    "1.s,PT1S"
  })
  void durations(String text, Duration expected) {
    assertThat(GoDurations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "1d", "1 s", "1s ", "--1s", ".s", "9999999h", "1e3s"})
  void others(String text) {
    assertThat(GoDurations.parse(text)).isEmpty();
  }
}
