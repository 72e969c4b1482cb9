// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Raises the traffic of a new endpoint step by step. Istio reference: WarmupConfiguration. */
@AutoValue
public abstract class Warmup {
  Warmup() {}

  /** How long the warmup of an endpoint lasts, required, at least 1 ms. Absent: invalid. */
  public abstract Optional<Duration> duration();

  /** Smallest percentage of its weight that a new endpoint gets, 0 to 100. Absent: 10. */
  public abstract OptionalDouble minimumPercent();

  /** How steeply traffic rises, above 0: 1 is linear and more is faster. Absent: 1. */
  public abstract OptionalDouble aggression();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Warmup.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Warmup}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Warmup#duration()}. */
    public abstract Builder duration(Duration duration);

    /** See {@link Warmup#duration()}; empty clears it. */
    public abstract Builder duration(Optional<Duration> duration);

    /** See {@link Warmup#minimumPercent()}. */
    public abstract Builder minimumPercent(double minimumPercent);

    /** See {@link Warmup#minimumPercent()}; empty clears it. */
    public abstract Builder minimumPercent(OptionalDouble minimumPercent);

    /** See {@link Warmup#aggression()}. */
    public abstract Builder aggression(double aggression);

    /** See {@link Warmup#aggression()}; empty clears it. */
    public abstract Builder aggression(OptionalDouble aggression);

    /** Builds the value. */
    public abstract Warmup build();
  }
}
