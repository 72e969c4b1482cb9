// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "a/8", "::/129"})
  void whatIsNoRange(String text) {
    assertThat(IpRange.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/16, 10.1.255.255, true",
    "10.1.0.0/16, 10.2.0.0, false",
    "10.1.0.0/15, 10.0.0.1, true",
    "0.0.0.0/0, 255.1.1.1, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::, true",
    "2001:db8::/33, 2001:db8:8000::, false",
  })
  void whatARangeContains(String range, String address, boolean expected) {
    assertThat(IpRange.parse(range).orElseThrow().contains(InetAddresses.forString(address)))
        .isEqualTo(expected);
  }

  @Test
  void aRangeOfOneAddressIsSpelledAsTheAddress() {
    IpRange range = IpRange.parse("2001:DB8:0::1/128").orElseThrow();

    assertThat(range.isSingleAddress()).isTrue();
    assertThat(range.addressText()).isEqualTo("2001:db8::1");
  }
}
