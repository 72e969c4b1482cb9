// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentSplitterTest {
  private static List<String> split(String text) {
    return DocumentSplitter.split("f", text).stream()
        .map(document -> document.firstLine() + ":" + document.text())
        .toList();
  }

  @Test
  void documentsKeepTheirLines() {
    assertThat(split("# first\na: 1\n---\nb: 2\n--- # third\nc: 3\n"))
        .containsExactly("1:# first\na: 1\n", "3:---\nb: 2\n", "5:--- # third\nc: 3\n");
  }

  @Test
  void documentsWithoutContentAreLeftOut() {
    assertThat(split("")).isEmpty();
    assertThat(split("---\n---\n# nothing\n\n---\n")).isEmpty();
    assertThat(split("---\r\na: 1\r\n---\r\n")).containsExactly("1:---\r\na: 1\r\n");
  }

  @Test
  void contentMayFollowTheMarker() {
    assertThat(split("--- {a: 1}\n--- {b: 2}")).containsExactly("1:--- {a: 1}\n", "2:--- {b: 2}");
  }

  @Test
  void endMarkersEndADocument() {
    assertThat(split("a: 1\n...\nb: 2\n...\n")).containsExactly("1:a: 1\n", "3:b: 2\n");
  }

  @Test
  void directivesAreLeftOut() {
    assertThat(split("%YAML 1.1\n---\na: 1\n")).containsExactly("2:---\na: 1\n");
  }

  @Test
  void dashesInTheTextAreNoMarkers() {
    assertThat(split("a: |\n  ---\nb: x\n----\n")).hasSize(1);
  }

  @Test
  void everyLineEndCounts() {
    assertThat(split("a: 1\r---\rb: 2\r")).containsExactly("1:a: 1\r", "2:---\rb: 2\r");
    assertThat(split("a: 1\r\n---\r\nb: 2\r\n...\r\n"))
        .containsExactly("1:a: 1\r\n", "2:---\r\nb: 2\r\n");
    assertThat(split("a: 1\u0085b: 2\u2028---\u2029c: 3"))
        .containsExactly("1:a: 1\u0085b: 2\u2028", "3:---\u2029c: 3");
  }

  @Test
  void byteOrderMarksSayNothing() {
    assertThat(split("\ufeffa: 1\n\ufeff---\n\ufeffb: 2\n"))
        .containsExactly("1:a: 1\n", "2:---\nb: 2\n");
    assertThat(split("\ufeff---\n\ufeff\n\ufeff")).isEmpty();
    assertThat(split("a: x\ufeffy\n")).containsExactly("1:a: x\ufeffy\n");
  }
}
