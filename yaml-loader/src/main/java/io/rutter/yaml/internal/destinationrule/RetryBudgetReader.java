// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.RetryBudget;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link RetryBudget} (Istio: {@code TrafficPolicy.RetryBudget}). */
public final class RetryBudgetReader {
  private RetryBudgetReader() {}

  /** Reads the fields of the object. */
  public static RetryBudget read(ObjectNode in) {
    RetryBudget.Builder retryBudget = RetryBudget.builder();
    in.numberValue("percent").ifPresent(retryBudget::percent);
    in.uint32("minRetryConcurrency").ifPresent(retryBudget::minRetryConcurrency);
    in.duration("budgetInterval").ifPresent(retryBudget::budgetInterval);
    return retryBudget.build();
  }
}
