// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;

/** Replaces settings of localities that only say that near endpoints come first. */
final class Localities {
  private Localities() {}

  static DestinationRule replaced(DestinationRule rule, LocalityLbSetting by) {
    DestinationRule.Builder changed = rule.toBuilder();
    rule.trafficPolicy().ifPresent(policy -> changed.trafficPolicy(replaced(policy, by)));
    return changed
        .subsets(rule.subsets().stream().map(subset -> replaced(subset, by)).toList())
        .build();
  }

  private static Subset replaced(Subset subset, LocalityLbSetting by) {
    Subset.Builder changed = subset.toBuilder();
    subset.trafficPolicy().ifPresent(policy -> changed.trafficPolicy(replaced(policy, by)));
    return changed.build();
  }

  private static TrafficPolicy replaced(TrafficPolicy policy, LocalityLbSetting by) {
    if (policy.outlierDetection().isPresent()
        || policy
            .loadBalancer()
            .flatMap(loadBalancer -> loadBalancer.localityLbSetting())
            .filter(Localities::onlyNearFirst)
            .isEmpty()) {
      return policy;
    }
    return policy.toBuilder()
        .loadBalancer(policy.loadBalancer().get().toBuilder().localityLbSetting(by).build())
        .build();
  }

  private static boolean onlyNearFirst(LocalityLbSetting setting) {
    return setting.distribute().isEmpty()
        && setting.failover().isEmpty()
        && setting.failoverPriority().isEmpty();
  }
}
