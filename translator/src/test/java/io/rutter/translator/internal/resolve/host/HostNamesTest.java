// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostNamesTest {
  @ParameterizedTest
  @CsvSource({
    "reviews,reviews.shop.svc.cluster.local",
    "reviews.other,reviews.other",
    "reviews.other.svc.cluster.local,reviews.other.svc.cluster.local",
    "*.example.com,*.example.com",
    "*,*",
    "10.0.0.1,10.0.0.1",
    "2001:db8::1,2001:db8::1",
    "'',''",
  })
  void completesNamesWithoutDots(String host, String full) {
    assertThat(HostNames.full(host, "shop", "cluster.local")).isEqualTo(full);
  }
}
