// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig.LocalityWeightedLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig.ZoneAwareLbConfig;
import io.envoyproxy.envoy.type.v3.Percent;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.translator.internal.endpoint.LocalityPolicy;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Localities;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Zones;
import io.rutter.translator.internal.proto.Wrappers;

/**
 * {@link LocalityPolicy} → the locality part of {@link CommonLbConfig}. Locality weights are only
 * turned on where distribution or failover rules are given, because they would disturb the balance
 * between endpoints otherwise. Istio document: Locality Load Balancing.
 */
final class LocalityPolicyTranslator {
  private LocalityPolicyTranslator() {}

  /** A configuration with just the locality part. */
  static CommonLbConfig translate(LocalityPolicy policy, boolean outlierDetection) {
    return switch (policy.kind()) {
      case LOCALITIES -> localities((Localities) policy, outlierDetection);
      case ZONES -> zones((Zones) policy);
    };
  }

  private static CommonLbConfig localities(Localities policy, boolean outlierDetection) {
    LocalityLbSetting setting = policy.setting();
    boolean failsOver =
        (policy.forced() || outlierDetection)
            && !(setting.failover().isEmpty() && setting.failoverPriority().isEmpty());
    return failsOver || !setting.distribute().isEmpty()
        ? CommonLbConfig.newBuilder()
            .setLocalityWeightedLbConfig(LocalityWeightedLbConfig.getDefaultInstance())
            .build()
        : CommonLbConfig.getDefaultInstance();
  }

  private static CommonLbConfig zones(Zones policy) {
    ZoneAwareLbConfig.Builder zones = ZoneAwareLbConfig.newBuilder();
    if (!policy.enabled()) {
      zones.setRoutingEnabled(Percent.getDefaultInstance());
    }
    policy
        .setting()
        .minClusterSize()
        .ifPresent(size -> zones.setMinClusterSize(Wrappers.uint64(size)));
    return CommonLbConfig.newBuilder().setZoneAwareLbConfig(zones).build();
  }
}
