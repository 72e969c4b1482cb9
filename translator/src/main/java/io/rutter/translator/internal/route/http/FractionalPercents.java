// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.type.v3.FractionalPercent;
import io.envoyproxy.envoy.type.v3.FractionalPercent.DenominatorType;
import io.rutter.model.Percent;

/** Fractions of requests. Envoy document: {@code type.v3.FractionalPercent}. */
public final class FractionalPercents {
  private static final int MILLIONTHS_IN_A_PERCENT = 10_000;

  private FractionalPercents() {}

  /**
   * Millionths, truncated and not rounded, as in Istio: 0.57 percent is slightly less in binary and
   * gives 5699.
   */
  public static FractionalPercent of(Percent percent) {
    return of((int) (long) (percent.value() * MILLIONTHS_IN_A_PERCENT), DenominatorType.MILLION);
  }

  /** Whole percent. */
  public static FractionalPercent ofWhole(long percent) {
    return of((int) percent, DenominatorType.HUNDRED);
  }

  /** The fraction without a runtime key, so that Envoy's runtime cannot override it. */
  static RuntimeFractionalPercent fixed(FractionalPercent percent) {
    return RuntimeFractionalPercent.newBuilder().setDefaultValue(percent).build();
  }

  private static FractionalPercent of(int numerator, DenominatorType denominator) {
    return FractionalPercent.newBuilder()
        .setNumerator(numerator)
        .setDenominator(denominator)
        .build();
  }
}
