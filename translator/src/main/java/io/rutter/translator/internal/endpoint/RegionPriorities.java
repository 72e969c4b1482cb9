// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.destinationrule.RegionFailover;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * {@link RegionFailover} → priorities of localities by nearness: the same subzone, zone, region,
 * then other regions, starting with the failover region of the proxy's. Priorities that the groups
 * already have take precedence. Istio document: Locality failover.
 */
final class RegionPriorities {
  /** Number of steps of nearness: subzone, zone, region, failover region, other region. */
  private static final int STEPS = 5;

  /** Number of steps where only regions count. */
  private static final int REGION_STEPS = 3;

  private RegionPriorities() {}

  /** Priorities by subzone, zone and region. */
  static ImmutableList<LocalityGroup> apply(
      List<RegionFailover> failover, Locality from, ImmutableList<LocalityGroup> groups) {
    return refine(groups, STEPS, locality -> distance(failover, from, locality));
  }

  /** Priorities by region alone, which leave balancing between zones to Envoy. */
  static ImmutableList<LocalityGroup> applyByRegionOnly(
      List<RegionFailover> failover, Locality from, ImmutableList<LocalityGroup> groups) {
    return refine(groups, REGION_STEPS, locality -> regionDistance(failover, from, locality));
  }

  private static ImmutableList<LocalityGroup> refine(
      ImmutableList<LocalityGroup> groups, int steps, ToIntFunction<Locality> distance) {
    ImmutableList.Builder<LocalityGroup> refined =
        ImmutableList.builderWithExpectedSize(groups.size());
    for (LocalityGroup group : groups) {
      refined.add(
          group.withPriority(group.priority() * steps + distance.applyAsInt(group.locality())));
    }
    return Priorities.withoutGaps(refined.build());
  }

  private static int distance(List<RegionFailover> failover, Locality from, Locality to) {
    if (from.region().equals(to.region())) {
      if (!from.zone().equals(to.zone())) {
        return 2;
      }
      return from.subZone().equals(to.subZone()) ? 0 : 1;
    }
    return failover.stream()
        .filter(entry -> entry.from().orElse("").equals(from.region()))
        .findFirst()
        .map(entry -> entry.to().orElse("").equals(to.region()) ? 3 : 4)
        .orElse(3);
  }

  private static int regionDistance(List<RegionFailover> failover, Locality from, Locality to) {
    if (from.region().equals(to.region())) {
      return 0;
    }
    return failover.stream()
        .filter(entry -> entry.from().orElse("").equals(from.region()))
        .findFirst()
        .filter(entry -> entry.to().orElse("").equals(to.region()))
        .map(entry -> 1)
        .orElse(2);
  }
}
