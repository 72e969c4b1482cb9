// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Localities;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Zones;
import java.util.List;

/**
 * Gives localities their weights and priorities as seen from a proxy: fixed weights exclude
 * priorities; priority by labels takes precedence over priority by region.
 */
final class LocalityPriorities {
  private LocalityPriorities() {}

  /**
   * The groups with weights and priorities.
   *
   * @param target the target of the groups
   * @param failover whether Envoy can detect failing endpoints; otherwise traffic would never leave
   *     the first priority
   */
  static ImmutableList<LocalityGroup> apply(
      LocalityPolicy policy,
      ClusterTarget target,
      ImmutableList<LocalityGroup> groups,
      boolean failover) {
    return switch (policy.kind()) {
      case LOCALITIES -> byLocality((Localities) policy, target, groups, failover);
      case ZONES -> byZone((Zones) policy, target, groups);
    };
  }

  private static ImmutableList<LocalityGroup> byLocality(
      Localities policy,
      ClusterTarget target,
      ImmutableList<LocalityGroup> groups,
      boolean failover) {
    LocalityLbSetting setting = policy.setting();
    Locality from = target.scope().proxy().locality();
    if (!setting.distribute().isEmpty()) {
      return LocalityWeights.apply(setting.distribute(), from, groups);
    }
    if (!failover && !policy.forced()) {
      return groups;
    }
    if (setting.failoverPriority().isEmpty()) {
      return RegionPriorities.apply(setting.failover(), from, groups);
    }
    ImmutableList<LocalityGroup> byLabels = byLabels(setting.failoverPriority(), target, groups);
    return setting.failover().isEmpty()
        ? byLabels
        : RegionPriorities.apply(setting.failover(), from, byLabels);
  }

  private static ImmutableList<LocalityGroup> byZone(
      Zones policy, ClusterTarget target, ImmutableList<LocalityGroup> groups) {
    if (!policy.enabled()) {
      return groups;
    }
    ImmutableList<LocalityGroup> byLabels =
        policy.setting().failoverPriority().isEmpty()
            ? groups
            : byLabels(policy.setting().failoverPriority(), target, groups);
    return RegionPriorities.applyByRegionOnly(
        policy.setting().failover(), target.scope().proxy().locality(), byLabels);
  }

  /** Priorities by labels, which only apply to EDS clusters of whole services. */
  private static ImmutableList<LocalityGroup> byLabels(
      List<String> priorities, ClusterTarget target, ImmutableList<LocalityGroup> groups) {
    return target.discovery() == DiscoveryType.EDS || target.subset().isEmpty()
        ? FailoverPriorities.apply(priorities, target.scope().proxy().selectableLabels(), groups)
        : groups;
  }
}
