// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * How traffic that starts in one locality is spread over others. Istio reference:
 * LocalityLoadBalancerSetting.Distribute. The first entry whose origin fits the proxy is used.
 */
@AutoValue
public abstract class LocalityDistribution {
  LocalityDistribution() {}

  /**
   * Locality of the proxy as {@code region/zone/subzone}, with {@code *} for all that follows.
   * Absent: invalid.
   */
  public abstract Optional<String> from();

  /**
   * Share of each target locality, in percent, 1 to 100 and 100 in all; localities that are not
   * named get no traffic. Empty: invalid.
   */
  public abstract ImmutableMap<String, Integer> to();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_LocalityDistribution.Builder().to(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link LocalityDistribution}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link LocalityDistribution#from()}. */
    public abstract Builder from(String from);

    /** See {@link LocalityDistribution#from()}; empty clears it. */
    public abstract Builder from(Optional<String> from);

    /** See {@link LocalityDistribution#to()}. */
    public abstract Builder to(Map<String, Integer> to);

    /** Builds the value. */
    public abstract LocalityDistribution build();
  }
}
