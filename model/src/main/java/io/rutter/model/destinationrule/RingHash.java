// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.OptionalLong;

/**
 * Consistent hashing on a ring. Istio reference: LoadBalancerSettings.ConsistentHashLB.RingHash.
 */
@AutoValue
public abstract class RingHash {
  RingHash() {}

  /**
   * Smallest number of places on the ring; more give a finer spread. Absent or 0: Envoy's own
   * default of 1024.
   */
  public abstract OptionalLong minimumRingSize();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RingHash.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RingHash}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RingHash#minimumRingSize()}. */
    public abstract Builder minimumRingSize(long minimumRingSize);

    /** See {@link RingHash#minimumRingSize()}; empty clears it. */
    public abstract Builder minimumRingSize(OptionalLong minimumRingSize);

    /** Builds the value. */
    public abstract RingHash build();
  }
}
