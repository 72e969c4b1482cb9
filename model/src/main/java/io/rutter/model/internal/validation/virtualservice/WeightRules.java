// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.internal.validation.Findings;
import java.util.List;
import java.util.OptionalInt;

/** Shares of traffic. They need not add up to 100. */
final class WeightRules {
  private WeightRules() {}

  static void checkWeight(OptionalInt weight, Findings at) {
    if (weight.orElse(0) < 0) {
      at.invalid("weight: " + weight.getAsInt() + " (expected: >= 0)");
    }
  }

  static void checkTotal(List<OptionalInt> weights, Findings at) {
    if (weights.size() > 1 && weights.stream().mapToLong(w -> w.orElse(0)).sum() == 0) {
      at.invalid("weights add up to 0 (expected: at least one above 0)");
    }
  }
}
