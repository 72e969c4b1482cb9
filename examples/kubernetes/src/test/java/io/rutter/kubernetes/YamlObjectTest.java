// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of others are read within bounds, and what is wrong with them is said. */
class YamlObjectTest {
  private static Map<String, Object> read(String text) {
    return YamlObject.read(new KubernetesSerialization(), text);
  }

  @Test
  void objectsAreRead() {
    assertThat(read("a: {b: [1, 2.5, true, text]}\n\"c\": \"\\u00e4\"\n"))
        .isEqualTo(Map.of("a", Map.of("b", List.of(1, 2.5, true, "text")), "c", "ä"));
    assertThat(read("{\"a\": \"b\"}")).isEqualTo(Map.of("a", "b"));
    assertThat(read("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &a [*a]",
        "a: &a {b: *a}",
        "&a {b: {c: [*a]}}",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: *d",
        "][",
        "a: b: c",
        "- a",
        "text",
        "5",
        "# nothing",
        "",
        "null",
        "a: \"\\ud800\"",
        "a: !!javax.script.ScriptEngineManager [",
        "a: b\n---\na: [broken",
        "a: b\n--- {a: c}",
        "a: b\n...\na: c",
        "a: b\na: c",
        "a: {b: c, b: c}",
      })
  void whatIsNoneIsSaid(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected")
        .hasMessageNotContaining("snakeyaml")
        .hasMessageNotContaining("jackson");
  }

  @Test
  void anotherDocumentIsSaidWithItsLine() {
    assertThatThrownBy(() -> read("a: b\n---\n# nothing\na: c\n"))
        .hasMessage("line 4, column 1: another document (expected: one only)");
    assertThat(read("---\n# nothing\n---\na: b\n---\n")).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void whatIsTooLargeIsSaid() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      laughs.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }
    assertThatThrownBy(() -> read(laughs.toString())).hasMessageContaining("aliases");
    assertThatThrownBy(() -> read("a: " + "[".repeat(50_000))).hasMessageContaining("nested");
  }
}
