// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.LocalityDistribution;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.RegionFailover;
import io.rutter.model.destinationrule.ZoneAwareLbSetting;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads how the load balancer prefers endpoints by their locality. */
public final class LocalityReader {
  private LocalityReader() {}

  /** Istio: {@code LocalityLoadBalancerSetting}. */
  public static LocalityLbSetting localityLbSetting(ObjectNode in) {
    LocalityLbSetting.Builder setting = LocalityLbSetting.builder();
    setting.distribute(in.objects("distribute", LocalityReader::localityDistribution));
    setting.failover(in.objects("failover", LocalityReader::regionFailover));
    setting.failoverPriority(in.strings("failoverPriority"));
    in.boolValue("enabled").ifPresent(setting::enabled);
    return setting.build();
  }

  /** Istio: {@code LocalityLoadBalancerSetting.Distribute}. */
  private static LocalityDistribution localityDistribution(ObjectNode in) {
    LocalityDistribution.Builder distribution = LocalityDistribution.builder();
    in.string("from").ifPresent(distribution::from);
    distribution.to(in.integerMap("to"));
    return distribution.build();
  }

  /** Istio: {@code LocalityLoadBalancerSetting.Failover}. */
  private static RegionFailover regionFailover(ObjectNode in) {
    RegionFailover.Builder failover = RegionFailover.builder();
    in.string("from").ifPresent(failover::from);
    in.string("to").ifPresent(failover::to);
    return failover.build();
  }

  /** Istio: {@code ZoneAwareLoadBalancerSetting}. */
  public static ZoneAwareLbSetting zoneAwareLbSetting(ObjectNode in) {
    ZoneAwareLbSetting.Builder setting = ZoneAwareLbSetting.builder();
    in.boolValue("enabled").ifPresent(setting::enabled);
    setting.failover(in.objects("failover", LocalityReader::regionFailover));
    setting.failoverPriority(in.strings("failoverPriority"));
    in.uint64Value("minClusterSize").ifPresent(setting::minClusterSize);
    return setting.build();
  }
}
