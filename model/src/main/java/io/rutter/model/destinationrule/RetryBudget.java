// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Limit of concurrent retries relative to the active and pending requests. Istio reference:
 * TrafficPolicy.RetryBudget.
 */
@AutoValue
public abstract class RetryBudget {
  RetryBudget() {}

  /** Share of active and pending requests that may be retries, in percent, 0 to 100. Absent: 20. */
  public abstract OptionalDouble percent();

  /** Number of concurrent retries that is always allowed. Absent or 0: 3. */
  public abstract OptionalLong minRetryConcurrency();

  /**
   * Time for which requests count towards the budget after they began. Absent or 0s: only requests
   * that are active or pending now count.
   */
  public abstract Optional<Duration> budgetInterval();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RetryBudget.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RetryBudget}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RetryBudget#percent()}. */
    public abstract Builder percent(double percent);

    /** See {@link RetryBudget#percent()}; empty clears it. */
    public abstract Builder percent(OptionalDouble percent);

    /** See {@link RetryBudget#minRetryConcurrency()}. */
    public abstract Builder minRetryConcurrency(long minRetryConcurrency);

    /** See {@link RetryBudget#minRetryConcurrency()}; empty clears it. */
    public abstract Builder minRetryConcurrency(OptionalLong minRetryConcurrency);

    /** See {@link RetryBudget#budgetInterval()}. */
    public abstract Builder budgetInterval(Duration budgetInterval);

    /** See {@link RetryBudget#budgetInterval()}; empty clears it. */
    public abstract Builder budgetInterval(Optional<Duration> budgetInterval);

    /** Builds the value. */
    public abstract RetryBudget build();
  }
}
