// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.TopologyLabels;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Optional;

/**
 * How the load is spread over localities. Exactly one setting applies: the DestinationRule's, else
 * the service's traffic distribution, else the mesh's; at each level, the zone-aware setting first.
 * Istio document: Locality Load Balancing.
 */
public sealed interface LocalityPolicy {
  /** Which variant this is. */
  Kind kind();

  /** The variants of {@link LocalityPolicy}. */
  enum Kind {
    /** {@link Localities}. */
    LOCALITIES,
    /** {@link Zones}. */
    ZONES
  }

  /**
   * By fixed weights or by priority.
   *
   * @param setting the weights or the failover rules
   * @param forced whether priorities apply without outlier detection
   */
  record Localities(LocalityLbSetting setting, boolean forced) implements LocalityPolicy {
    /** Checks that the setting is not null. */
    public Localities {
      requireNonNull(setting, "setting");
    }

    @Override
    public Kind kind() {
      return Kind.LOCALITIES;
    }
  }

  /**
   * Within the proxy's own zone as far as its endpoints can take the load.
   *
   * @param setting the setting
   */
  record Zones(ZoneAwareLbSetting setting) implements LocalityPolicy {
    /** Checks that the setting is not null. */
    public Zones {
      requireNonNull(setting, "setting");
    }

    @Override
    public Kind kind() {
      return Kind.ZONES;
    }

    /** Whether it is on. */
    public boolean enabled() {
      return setting.enabled().orElse(true);
    }
  }

  /** The policy for traffic to a service; absent where locality does not matter. */
  static Optional<LocalityPolicy> of(
      MeshSettings settings, Optional<LoadBalancer> loadBalancer, Service service) {
    Optional<ZoneAwareLbSetting> zones = loadBalancer.flatMap(LoadBalancer::zoneAwareLbSetting);
    if (zones.isPresent()) {
      return zones.map(Zones::new);
    }
    Optional<LocalityLbSetting> localities = loadBalancer.flatMap(LoadBalancer::localityLbSetting);
    if (localities.isPresent()) {
      return ifEnabled(localities.get());
    }
    Optional<LocalityPolicy> distribution = ofDistribution(service);
    if (distribution.isPresent()) {
      return distribution;
    }
    return settings
        .zoneAwareLbSetting()
        .<LocalityPolicy>map(Zones::new)
        .or(() -> ifEnabled(settings.localityLbSetting()));
  }

  private static Optional<LocalityPolicy> ifEnabled(LocalityLbSetting setting) {
    return setting.enabled().orElse(true)
        ? Optional.of(new Localities(setting, false))
        : Optional.empty();
  }

  private static Optional<LocalityPolicy> ofDistribution(Service service) {
    return switch (service.trafficDistribution().orElse(TrafficDistribution.ANY)) {
      case ANY -> Optional.empty();
      case PREFER_SAME_ZONE ->
          forced(TopologyLabels.NETWORK, TopologyLabels.REGION, TopologyLabels.ZONE);
      case PREFER_SAME_NODE ->
          forced(
              TopologyLabels.NETWORK,
              TopologyLabels.REGION,
              TopologyLabels.ZONE,
              TopologyLabels.SUBZONE,
              TopologyLabels.NODE);
    };
  }

  private static Optional<LocalityPolicy> forced(String... labels) {
    return Optional.of(
        new Localities(
            LocalityLbSetting.builder().failoverPriority(ImmutableList.copyOf(labels)).build(),
            true));
  }
}
