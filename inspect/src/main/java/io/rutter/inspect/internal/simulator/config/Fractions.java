// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.type.v3.FractionalPercent;
import io.rutter.inspect.Call;

/** Runtime fractions of requests. */
public final class Fractions {
  private Fractions() {}

  public static double of(FractionalPercent percent) {
    return Math.min(1, (double) Integer.toUnsignedLong(percent.getNumerator()) / scale(percent));
  }

  /** The fraction of such calls: 0 or 1 if the call has a random value. */
  public static double of(RuntimeFractionalPercent percent, Call call) {
    Long runtime = call.runtime().get(percent.getRuntimeKey());
    double share =
        runtime == null ? of(percent.getDefaultValue()) : Math.max(0, Math.min(1, runtime / 100.0));
    if (call.randomValue().isEmpty()) {
      return share;
    }
    long scale = runtime == null ? scale(percent.getDefaultValue()) : 100;
    long value = Long.remainderUnsigned(call.randomValue().getAsLong(), scale);
    return value < Math.round(share * scale) ? 1 : 0;
  }

  private static long scale(FractionalPercent percent) {
    return switch (percent.getDenominator()) {
      case TEN_THOUSAND -> 10_000;
      case MILLION -> 1_000_000;
      default -> 100;
    };
  }
}
