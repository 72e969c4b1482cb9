// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import io.rutter.model.WorkloadSelector;
import io.rutter.model.problem.ProblemCode;

/** Selectors of workloads. */
public final class SelectorRules {
  private SelectorRules() {}

  /** Checks that a selector has labels to look for, each without wildcards. */
  public static void check(WorkloadSelector selector, Findings at) {
    if (selector.labels().isEmpty()) {
      at.warn(ProblemCode.MISSING_FIELD, "no labels (expected: at least one; none selects all)");
    }
    selector
        .labels()
        .forEach(
            (key, value) -> {
              if (key.isEmpty() || key.contains("*") || value.contains("*")) {
                at.invalid("label: " + key + "=" + value + " (expected: a key and no wildcard)");
              }
            });
  }
}
