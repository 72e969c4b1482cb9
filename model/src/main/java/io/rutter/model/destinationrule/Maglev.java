// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.OptionalLong;

/**
 * Consistent hashing with a Maglev table. Istio reference:
 * LoadBalancerSettings.ConsistentHashLB.MagLev.
 */
@AutoValue
public abstract class Maglev {
  Maglev() {}

  /**
   * Size of the table, a prime number below 5000011; a larger one disturbs less when endpoints
   * change. Absent or 0: invalid, although Envoy itself would take 65537.
   */
  public abstract OptionalLong tableSize();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Maglev.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Maglev}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Maglev#tableSize()}. */
    public abstract Builder tableSize(long tableSize);

    /** See {@link Maglev#tableSize()}; empty clears it. */
    public abstract Builder tableSize(OptionalLong tableSize);

    /** Builds the value. */
    public abstract Maglev build();
  }
}
