// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reviews",
        "outbound|9080|v1|reviews.default.svc.cluster.local",
        "type.googleapis.com/envoy.config.cluster.v3.Cluster",
        "0.5s",
        "10.0.0.1",
        "/api/v1",
        "a:b",
      })
  void plain(String text) {
    assertThat(YamlScalars.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "true",
        "Off",
        "y",
        "null",
        "~",
        "1",
        "1.5",
        "1e3",
        "0x1f",
        ".5",
        "2020-01-01",
        "1:30",
        "a: b",
        "a #b",
        "a:",
        "*",
        "*.com",
        "&a",
        "!a",
        "- a",
        "%a",
        "@a",
        "=",
        "<<",
        " a",
        "a "
      })
  void quoted(String text) {
    assertThat(YamlScalars.text(text)).isEqualTo('"' + text + '"');
  }

  @Test
  void escaped() {
    assertThat(YamlScalars.text("a\"\\b\n\t\u0000é")).isEqualTo("\"a\\\"\\\\b\\n\\t\\u0000é\"");
  }

  @Test
  void textsOfAnyLength() {
    String parts = "a:b".repeat(100_000);
    assertThat(YamlScalars.text(parts)).isEqualTo(parts);
    assertThat(YamlScalars.text(parts + ":")).isEqualTo('"' + parts + ":\"");
  }

  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(
            YamlScalars.text(
                "a\u001b\r\u007f\u009b\u2028\u202e\ufeff\ud83d\ude00\udb40\udc41\ud800"))
        .isEqualTo(
            "\"a\\u001b\\u000d\\u007f\\u009b\\u2028\\u202e\\ufeff\ud83d\ude00\\U000e0041\\ud800\"");
  }
}
