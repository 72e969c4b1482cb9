// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "a/8", "::/129"})
  void whatIsNoRange(String text) {
    assertThat(IpRange.parse(text)).isEmpty();
  }

  @Test
  void aRangeOfOneAddressIsSpelledAsTheAddress() {
    IpRange range = IpRange.parse("2001:DB8:0::1/128").orElseThrow();

    assertThat(range.isSingleAddress()).isTrue();
    assertThat(range.addressText()).isEqualTo("2001:db8::1");
  }
}
