// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import io.rutter.model.Locality;
import io.rutter.model.destinationrule.LocalityDistribution;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@link LocalityDistribution} → weights of localities. The first entry whose {@code from} covers
 * the proxy applies. Localities covered by one pattern split its percentage by their own weights,
 * rounded up; localities that no pattern covers lose their endpoints. Istio document: Locality
 * weighted distribution.
 */
final class LocalityWeights {
  private LocalityWeights() {}

  /** The groups with the weights of the entry that applies; unchanged if none does. */
  static ImmutableList<LocalityGroup> apply(
      List<LocalityDistribution> distribute, Locality from, ImmutableList<LocalityGroup> groups) {
    return distribute.stream()
        .filter(entry -> covers(entry.from().orElse(""), from))
        .findFirst()
        .map(entry -> apply(entry.to(), groups))
        .orElse(groups);
  }

  private static ImmutableList<LocalityGroup> apply(
      Map<String, Integer> to, ImmutableList<LocalityGroup> groups) {
    List<LocalityGroup> result = new ArrayList<>();
    for (LocalityGroup group : groups) {
      result.add(
          to.entrySet().stream()
              .filter(entry -> covers(entry.getKey(), group.locality()))
              .findFirst()
              .map(entry -> withShare(group, entry.getKey(), entry.getValue(), groups))
              .orElseGet(group::withoutMembers));
    }
    return ImmutableList.copyOf(result);
  }

  private static LocalityGroup withShare(
      LocalityGroup group, String pattern, long percent, ImmutableList<LocalityGroup> groups) {
    long total =
        groups.stream()
            .filter(other -> covers(pattern, other.locality()))
            .mapToLong(LocalityWeights::weight)
            .sum();
    long share = LongMath.divide(weight(group) * percent, total, RoundingMode.CEILING);
    return share > 0 ? group.withWeight(share) : group;
  }

  private static long weight(LocalityGroup group) {
    return group.weight().orElse(1);
  }

  /** Whether a pattern, whose parts may be absent or {@code *}, covers a locality. */
  private static boolean covers(String pattern, Locality locality) {
    Locality parts = Locality.parse(pattern);
    return (parts.region().equals("*") || parts.region().equals(locality.region()))
        && coversPart(parts.zone(), locality.zone())
        && coversPart(parts.subZone(), locality.subZone());
  }

  private static boolean coversPart(String pattern, String part) {
    return pattern.isEmpty() || pattern.equals("*") || pattern.equals(part);
  }
}
