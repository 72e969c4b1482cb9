// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps traffic in the proxy's own zone as far as its endpoints can take the load. Istio reference:
 * ZoneAwareLoadBalancerSetting; MeshConfig has one for the whole mesh. Endpoints of other regions
 * always have lower priority, and only a proxy that knows the endpoints of its own service balances
 * by zone.
 */
@AutoValue
public abstract class ZoneAwareLbSetting {
  ZoneAwareLbSetting() {}

  /** Whether zone-aware load balancing is on. Absent: true. */
  public abstract Optional<Boolean> enabled();

  /** Which region takes over from which. Empty: any other region. */
  public abstract ImmutableList<RegionFailover> failover();

  /**
   * Ordered labels, {@code key} or {@code key=value}, that give endpoints priority before the
   * region does; the region, zone and subzone labels are not allowed. Empty: only the region
   * counts.
   */
  public abstract ImmutableList<String> failoverPriority();

  /**
   * Smallest number of endpoints in the proxy's region for which traffic is kept in its zone, at
   * least 1. Absent: 6.
   */
  public abstract OptionalLong minClusterSize();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ZoneAwareLbSetting.Builder()
        .failover(ImmutableList.of())
        .failoverPriority(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ZoneAwareLbSetting}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ZoneAwareLbSetting#enabled()}. */
    public abstract Builder enabled(boolean enabled);

    /** See {@link ZoneAwareLbSetting#enabled()}; empty clears it. */
    public abstract Builder enabled(Optional<Boolean> enabled);

    /** See {@link ZoneAwareLbSetting#failover()}. */
    public abstract Builder failover(List<RegionFailover> failover);

    /** See {@link ZoneAwareLbSetting#failover()}. */
    public abstract Builder failover(RegionFailover... failover);

    /** See {@link ZoneAwareLbSetting#failoverPriority()}. */
    public abstract Builder failoverPriority(List<String> failoverPriority);

    /** See {@link ZoneAwareLbSetting#failoverPriority()}. */
    public abstract Builder failoverPriority(String... failoverPriority);

    /** See {@link ZoneAwareLbSetting#minClusterSize()}. */
    public abstract Builder minClusterSize(long minClusterSize);

    /** See {@link ZoneAwareLbSetting#minClusterSize()}; empty clears it. */
    public abstract Builder minClusterSize(OptionalLong minClusterSize);

    /** Builds the value. */
    public abstract ZoneAwareLbSetting build();
  }
}
