// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint of a service is chosen. Istio reference: LoadBalancerSettings. Locality settings
 * given here replace the mesh's as a whole, without a merge.
 */
@AutoValue
public abstract class LoadBalancer {
  LoadBalancer() {}

  /** The algorithm. Absent: least request. */
  public abstract Optional<LoadBalancerPolicy> policy();

  /**
   * How traffic is spread over localities; not allowed together with zoneAwareLbSetting. Absent:
   * the service's traffic distribution, else the mesh's setting.
   */
  public abstract Optional<LocalityLbSetting> localityLbSetting();

  /**
   * Keeps traffic in its own zone in proportion to the endpoints there; not allowed together with
   * localityLbSetting. Absent: localityLbSetting, else the service's traffic distribution, else the
   * mesh's setting.
   */
  public abstract Optional<ZoneAwareLbSetting> zoneAwareLbSetting();

  /**
   * Deprecated form of warmup that gives its length only, at least 1 ms; without effect when warmup
   * is given. Absent: no warmup.
   */
  public abstract Optional<Duration> warmupDurationSecs();

  /**
   * Slow start of new endpoints, for round robin and least request only. Absent: new endpoints get
   * their full weight at once.
   */
  public abstract Optional<Warmup> warmup();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_LoadBalancer.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link LoadBalancer}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link LoadBalancer#policy()}. */
    public abstract Builder policy(LoadBalancerPolicy policy);

    /** See {@link LoadBalancer#policy()}; empty clears it. */
    public abstract Builder policy(Optional<LoadBalancerPolicy> policy);

    /** See {@link LoadBalancer#localityLbSetting()}. */
    public abstract Builder localityLbSetting(LocalityLbSetting localityLbSetting);

    /** See {@link LoadBalancer#localityLbSetting()}; empty clears it. */
    public abstract Builder localityLbSetting(Optional<LocalityLbSetting> localityLbSetting);

    /** See {@link LoadBalancer#zoneAwareLbSetting()}. */
    public abstract Builder zoneAwareLbSetting(ZoneAwareLbSetting zoneAwareLbSetting);

    /** See {@link LoadBalancer#zoneAwareLbSetting()}; empty clears it. */
    public abstract Builder zoneAwareLbSetting(Optional<ZoneAwareLbSetting> zoneAwareLbSetting);

    /** See {@link LoadBalancer#warmupDurationSecs()}. */
    public abstract Builder warmupDurationSecs(Duration warmupDurationSecs);

    /** See {@link LoadBalancer#warmupDurationSecs()}; empty clears it. */
    public abstract Builder warmupDurationSecs(Optional<Duration> warmupDurationSecs);

    /** See {@link LoadBalancer#warmup()}. */
    public abstract Builder warmup(Warmup warmup);

    /** See {@link LoadBalancer#warmup()}; empty clears it. */
    public abstract Builder warmup(Optional<Warmup> warmup);

    /** Builds the value. */
    public abstract LoadBalancer build();
  }
}
