// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Localities;
import io.rutter.translator.internal.endpoint.LocalityPolicy.Zones;
import java.util.List;
import java.util.Optional;

/**
 * Gives localities their weights and priorities as seen from a proxy: fixed shares exclude
 * priorities; priority by labels comes before priority by region.
 */
final class LocalityPriorities {
  private LocalityPriorities() {}

  /**
   * The groups with weights and priorities.
   *
   * @param labels the proxy's, for priority by labels; absent where the endpoints' labels do not
   *     count
   * @param failover whether something tells Envoy that endpoints fail; else traffic would never
   *     leave the first priority
   */
  static ImmutableList<LocalityGroup> apply(
      LocalityPolicy policy,
      Locality from,
      Optional<ImmutableMap<String, String>> labels,
      ImmutableList<LocalityGroup> groups,
      boolean failover) {
    return switch (policy.kind()) {
      case LOCALITIES -> byLocality((Localities) policy, from, labels, groups, failover);
      case ZONES -> byZone((Zones) policy, from, labels, groups);
    };
  }

  private static ImmutableList<LocalityGroup> byLocality(
      Localities policy,
      Locality from,
      Optional<ImmutableMap<String, String>> labels,
      ImmutableList<LocalityGroup> groups,
      boolean failover) {
    LocalityLbSetting setting = policy.setting();
    if (!setting.distribute().isEmpty()) {
      return LocalityDistributionTranslator.apply(setting.distribute(), from, groups);
    }
    if (!failover && !policy.forced()) {
      return groups;
    }
    if (setting.failoverPriority().isEmpty()) {
      return RegionFailoverTranslator.apply(setting.failover(), from, groups);
    }
    ImmutableList<LocalityGroup> byLabels = byLabels(setting.failoverPriority(), labels, groups);
    return setting.failover().isEmpty()
        ? byLabels
        : RegionFailoverTranslator.apply(setting.failover(), from, byLabels);
  }

  private static ImmutableList<LocalityGroup> byZone(
      Zones policy,
      Locality from,
      Optional<ImmutableMap<String, String>> labels,
      ImmutableList<LocalityGroup> groups) {
    if (!policy.enabled()) {
      return groups;
    }
    ImmutableList<LocalityGroup> byLabels =
        policy.setting().failoverPriority().isEmpty()
            ? groups
            : byLabels(policy.setting().failoverPriority(), labels, groups);
    return RegionFailoverTranslator.applyByRegionOnly(policy.setting().failover(), from, byLabels);
  }

  private static ImmutableList<LocalityGroup> byLabels(
      List<String> priorities,
      Optional<ImmutableMap<String, String>> labels,
      ImmutableList<LocalityGroup> groups) {
    return labels
        .map(known -> FailoverPriorityTranslator.apply(priorities, known, groups))
        .orElse(groups);
  }
}
