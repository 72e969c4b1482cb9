// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlWriterTest {
  @Test
  void nestedListsAndObjects() {
    String json =
        """
        {"a": {"b": [1, {"c": true, "d": []}, ["x", "y"]], "e": {}}, "f": null, "g": 1.5, "h": "1"}
        """;

    assertThat(YamlWriter.fromJson(json, 0))
        .isEqualTo(
            """
            a:
              b:
              - 1
              - c: true
                d: []
              - - x
                - "y"
              e: {}
            f: null
            g: 1.5
            h: "1"
            """);
  }

  @Test
  void listAtTheTop() {
    assertThat(YamlWriter.fromJson("[{\"a\": 1}, {}]", 0)).isEqualTo("- a: 1\n- {}\n");
  }
}
