// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * How traffic is spread over localities. Istio reference: LocalityLoadBalancerSetting; MeshConfig
 * has one for the whole mesh. Failover and failover priorities only work together with outlier
 * detection.
 */
@AutoValue
public abstract class LocalityLbSetting {
  LocalityLbSetting() {}

  /**
   * Fixed weights by locality; not allowed together with failover. Empty: weights follow the
   * endpoints of each locality.
   */
  public abstract ImmutableList<LocalityDistribution> distribute();

  /** Which region takes over from which. Empty: any other region. */
  public abstract ImmutableList<RegionFailover> failover();

  /**
   * Ordered labels, {@code key} or {@code key=value}; endpoints that agree with the proxy on more
   * leading ones have priority. Empty: priority follows region, zone and subzone.
   */
  public abstract ImmutableList<String> failoverPriority();

  /**
   * Whether locality load balancing is on; false in a rule turns off the mesh's setting as well.
   * Absent: true.
   */
  public abstract Optional<Boolean> enabled();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_LocalityLbSetting.Builder()
        .distribute(ImmutableList.of())
        .failover(ImmutableList.of())
        .failoverPriority(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link LocalityLbSetting}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link LocalityLbSetting#distribute()}. */
    public abstract Builder distribute(List<LocalityDistribution> distribute);

    /** See {@link LocalityLbSetting#distribute()}. */
    public abstract Builder distribute(LocalityDistribution... distribute);

    /** See {@link LocalityLbSetting#failover()}. */
    public abstract Builder failover(List<RegionFailover> failover);

    /** See {@link LocalityLbSetting#failover()}. */
    public abstract Builder failover(RegionFailover... failover);

    /** See {@link LocalityLbSetting#failoverPriority()}. */
    public abstract Builder failoverPriority(List<String> failoverPriority);

    /** See {@link LocalityLbSetting#failoverPriority()}. */
    public abstract Builder failoverPriority(String... failoverPriority);

    /** See {@link LocalityLbSetting#enabled()}. */
    public abstract Builder enabled(boolean enabled);

    /** See {@link LocalityLbSetting#enabled()}; empty clears it. */
    public abstract Builder enabled(Optional<Boolean> enabled);

    /** Builds the value. */
    public abstract LocalityLbSetting build();
  }
}
