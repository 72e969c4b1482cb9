// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.type.v3.FractionalPercent.DenominatorType;
import io.rutter.model.Percent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionalPercentsTest {
  @ParameterizedTest
  @CsvSource({"100, 1000000", "12.3456, 123455", "0.57, 5699", "0.0003, 2", "0.0001, 1", "0, 0"})
  void sharesAreCutOffToMillionths(double percent, int millionths) {
    assertThat(FractionalPercents.of(Percent.of(percent)).getNumerator()).isEqualTo(millionths);
  }

  @Test
  void wholePercentStayPercent() {
    assertThat(FractionalPercents.ofWhole(30).getNumerator()).isEqualTo(30);
    assertThat(FractionalPercents.ofWhole(30).getDenominator()).isEqualTo(DenominatorType.HUNDRED);
  }
}
