// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.yaml.internal.node.FieldPath.Step;
import org.junit.jupiter.api.Test;

class FieldPathTest {
  @Test
  void keysThatAreNoWordsStandInQuotes() {
    String labels = FieldPath.field("metadata", "labels");

    assertThat(FieldPath.field(labels, "app")).isEqualTo("metadata.labels.app");
    assertThat(FieldPath.field(labels, "a.b/c")).isEqualTo("metadata.labels[\"a.b/c\"]");
    assertThat(FieldPath.item("spec.http", 2)).isEqualTo("spec.http[2]");
  }

  @Test
  void readsWhatItWrites() {
    assertThat(FieldPath.parse("spec.http[12].match[\"a.b/c\"].x"))
        .containsExactly(
            new Step("spec", -1),
            new Step("http", -1),
            new Step("12", 12),
            new Step("match", -1),
            new Step("a.b/c", -1),
            new Step("x", -1));
  }

  @Test
  void stopsAtWhatIsNoPath() {
    assertThat(FieldPath.parse("spec.http["))
        .containsExactly(new Step("spec", -1), new Step("http", -1));
  }
}
