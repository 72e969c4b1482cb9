// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import io.rutter.model.Percent;
import java.util.Optional;
import java.util.OptionalInt;

/** Delays a fraction of requests. Istio reference: HTTPFaultInjection.Delay. */
@AutoValue
public abstract class FaultDelay {
  FaultDelay() {}

  /**
   * Deprecated whole percentage of requests to delay, 0 to 100; only used when percentage is
   * absent. Absent: 0.
   */
  public abstract OptionalInt percent();

  /** How long to delay. Absent: nothing is delayed. */
  public abstract Optional<FaultDelayDuration> duration();

  /**
   * Percentage of requests to delay, 0 or 0.0001 to 100. Absent: percent, else no request is
   * delayed.
   */
  public abstract Optional<Percent> percentage();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_FaultDelay.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link FaultDelay}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link FaultDelay#percent()}. */
    public abstract Builder percent(int percent);

    /** See {@link FaultDelay#percent()}; empty clears it. */
    public abstract Builder percent(OptionalInt percent);

    /** See {@link FaultDelay#duration()}. */
    public abstract Builder duration(FaultDelayDuration duration);

    /** See {@link FaultDelay#duration()}; empty clears it. */
    public abstract Builder duration(Optional<FaultDelayDuration> duration);

    /** See {@link FaultDelay#percentage()}. */
    public abstract Builder percentage(Percent percentage);

    /** See {@link FaultDelay#percentage()}; empty clears it. */
    public abstract Builder percentage(Optional<Percent> percentage);

    /** Builds the value. */
    public abstract FaultDelay build();
  }
}
