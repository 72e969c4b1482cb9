// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySelectionTest {
  @ParameterizedTest
  @CsvSource({
    "a.shop, a.shop",
    "*, a.shop",
    "*.shop, a.shop",
    "a.*, a.shop",
    "a*p, a.shop",
    "*-*-*.shop, web-1-2.shop",
    "**, a.shop",
    "a.shop*, a.shop"
  })
  void matches(String pattern, String name) {
    assertThat(ProxySelection.matches(pattern, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a, a.shop",
    "A.shop, a.shop",
    "*.sho, a.shop",
    "a.shop*p, a.shop",
    "*-*-*.shop, web-1.shop",
    "'', a.shop",
    "a?shop, a.shop",
    "b*, a.shop"
  })
  void doesNotMatch(String pattern, String name) {
    assertThat(ProxySelection.matches(pattern, name)).isFalse();
  }
}
