// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Which region takes over when another has no healthy endpoints. Istio reference:
 * LocalityLoadBalancerSetting.Failover; ZoneAwareLoadBalancerSetting.Failover has the same form.
 */
@AutoValue
public abstract class RegionFailover {
  RegionFailover() {}

  /** Region of the proxy, without zone or wildcard. Absent: the entry fits no proxy. */
  public abstract Optional<String> from();

  /**
   * Region that takes over, different from {@code from}, without zone or wildcard. Absent: no
   * region takes over before the others.
   */
  public abstract Optional<String> to();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RegionFailover.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RegionFailover}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RegionFailover#from()}. */
    public abstract Builder from(String from);

    /** See {@link RegionFailover#from()}; empty clears it. */
    public abstract Builder from(Optional<String> from);

    /** See {@link RegionFailover#to()}. */
    public abstract Builder to(String to);

    /** See {@link RegionFailover#to()}; empty clears it. */
    public abstract Builder to(Optional<String> to);

    /** Builds the value. */
    public abstract RegionFailover build();
  }
}
