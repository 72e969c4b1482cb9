// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Localities;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Zones;

/**
 * Gives localities their weights and priorities as seen from a proxy: fixed shares exclude
 * priorities; priority by labels comes before priority by region.
 */
final class LocalityPriorities {
  private LocalityPriorities() {}

  /**
   * The groups with weights and priorities.
   *
   * @param failover whether something tells Envoy that endpoints fail; else traffic would never
   *     leave the first priority
   */
  static ImmutableList<LocalityGroup> apply(
      LocalityPolicy policy, Proxy proxy, ImmutableList<LocalityGroup> groups, boolean failover) {
    return switch (policy.kind()) {
      case LOCALITIES -> byLocality((Localities) policy, proxy, groups, failover);
      case ZONES -> byZone((Zones) policy, proxy, groups);
    };
  }

  private static ImmutableList<LocalityGroup> byLocality(
      Localities policy, Proxy proxy, ImmutableList<LocalityGroup> groups, boolean failover) {
    LocalityLbSetting setting = policy.setting();
    Locality from = proxy.locality();
    if (!setting.distribute().isEmpty()) {
      return LocalityDistributionTranslator.apply(setting.distribute(), from, groups);
    }
    if (!failover && !policy.forced()) {
      return groups;
    }
    if (setting.failoverPriority().isEmpty()) {
      return RegionFailoverTranslator.apply(setting.failover(), from, groups);
    }
    ImmutableList<LocalityGroup> byLabels =
        FailoverPriorityTranslator.apply(setting.failoverPriority(), proxy, groups);
    return setting.failover().isEmpty()
        ? byLabels
        : RegionFailoverTranslator.apply(setting.failover(), from, byLabels);
  }

  private static ImmutableList<LocalityGroup> byZone(
      Zones policy, Proxy proxy, ImmutableList<LocalityGroup> groups) {
    if (!policy.enabled()) {
      return groups;
    }
    ImmutableList<LocalityGroup> byLabels =
        policy.setting().failoverPriority().isEmpty()
            ? groups
            : FailoverPriorityTranslator.apply(policy.setting().failoverPriority(), proxy, groups);
    return RegionFailoverTranslator.applyByRegionOnly(
        policy.setting().failover(), proxy.locality(), byLabels);
  }
}
