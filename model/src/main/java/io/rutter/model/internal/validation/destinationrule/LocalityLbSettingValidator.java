// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.LocalityDistribution;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.internal.validation.Findings;
import java.util.ArrayList;
import java.util.List;

/** Checks a {@link LocalityLbSetting}. */
public final class LocalityLbSettingValidator {
  private LocalityLbSettingValidator() {}

  /** Checks the settings here. */
  public static void validate(LocalityLbSetting setting, boolean hasOutlierDetection, Findings at) {
    if (!setting.distribute().isEmpty() && !setting.failover().isEmpty()) {
      at.conflicting("distribute beside failover (expected: one of them)");
    }
    if (!setting.failover().isEmpty()
        && setting.failoverPriority().stream().anyMatch(FailoverRules::isTopologyLabel)) {
      at.conflicting("failover beside region, zone or subzone in failoverPriority");
    }
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < setting.distribute().size(); i++) {
      LocalityDistribution distribution = setting.distribute().get(i);
      validateDistribution(distribution, at.at("distribute").at(i));
      sources.add(distribution.from().orElse(""));
    }
    LocalityPatternRules.check(sources, at.at("distribute"));
    FailoverRules.check(setting.failover(), at.at("failover"));
    FailoverRules.checkOutlierDetection(
        setting.failover(), setting.failoverPriority(), hasOutlierDetection, at);
  }

  private static void validateDistribution(LocalityDistribution distribution, Findings at) {
    long total = 0;
    for (int weight : distribution.to().values()) {
      if (weight <= 0 || weight > 100) {
        at.at("to").invalid("weight: " + weight + " (expected: 1 to 100)");
      }
      total += weight;
    }
    if (total != 100) {
      at.at("to").invalid("weights add up to " + total + " (expected: 100)");
    }
    LocalityPatternRules.check(ImmutableList.copyOf(distribution.to().keySet()), at.at("to"));
  }
}
