// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MostSpecificHostTest {
  private static final MostSpecificHost<String> MAP =
      MostSpecificHost.<String>builder()
          .putIfAbsent("a.b.com", "exact")
          .putIfAbsent("*.b.com", "long")
          .putIfAbsent("*.com", "short")
          .putIfAbsent("*.com", "later")
          .build();

  @ParameterizedTest
  @CsvSource({
    "a.b.com,exact",
    "x.b.com,long",
    "b.com,short",
    "*.b.com,long",
    "*.a.b.com,long",
    "*.x.com,short",
    "a.org,",
    "*,",
  })
  void findsTheMostSpecificHost(String host, String value) {
    assertThat(MAP.mostSpecific(host).orElse(null)).isEqualTo(value);
    assertThat(MAP.covers(host)).isEqualTo(value != null);
  }
}
