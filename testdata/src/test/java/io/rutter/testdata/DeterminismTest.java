// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of documents has no influence: the same bytes come out. */
class DeterminismTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shuffledDocumentsGiveTheSameBytes(long seed) throws IOException {
    List<String> documents = Bookinfo.documents();
    List<String> shuffled = new ArrayList<>(documents);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(shuffled).isNotEqualTo(documents);

    String expected = Bookinfo.json(Bookinfo.translate(documents));
    String actual = Bookinfo.json(Bookinfo.translate(shuffled));

    assertThat(actual.equals(expected)).isTrue();
  }
}
