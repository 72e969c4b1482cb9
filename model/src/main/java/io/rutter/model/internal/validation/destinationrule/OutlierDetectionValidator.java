// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import java.util.OptionalInt;

/** Checks an {@link OutlierDetection}. */
public final class OutlierDetectionValidator {
  private OutlierDetectionValidator() {}

  public static void validate(OutlierDetection detection, Findings at) {
    detection.interval().ifPresent(d -> ValueRules.checkDuration(d, at.at("interval")));
    detection
        .baseEjectionTime()
        .ifPresent(d -> ValueRules.checkDuration(d, at.at("baseEjectionTime")));
    if (!detection.splitExternalLocalOriginErrors()
        && detection.consecutiveLocalOriginFailures().orElse(0) > 0) {
      at.at("consecutiveLocalOriginFailures")
          .conflicting("local failures (expected: splitExternalLocalOriginErrors: true)");
    }
    checkPercent(detection.maxEjectionPercent(), at.at("maxEjectionPercent"));
    checkPercent(detection.minHealthPercent(), at.at("minHealthPercent"));
  }

  private static void checkPercent(OptionalInt percent, Findings at) {
    if (percent.orElse(0) < 0 || percent.orElse(0) > 100) {
      at.invalid("percent: " + percent.getAsInt() + " (expected: 0 to 100)");
    }
  }
}
