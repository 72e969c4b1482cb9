// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.internal.validation.ExportToRules;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.SelectorRules;
import io.rutter.model.internal.validation.ValueRules;
import java.util.HashSet;
import java.util.Set;

/** Checks a {@link DestinationRule}. Istio reference: Destination Rule. */
public final class DestinationRuleValidator {
  private DestinationRuleValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(DestinationRule rule, Findings at) {
    if (!NameRules.isWildcardDomain(rule.host())) {
      at.at("host").invalid("host: \"" + rule.host() + "\" (expected: the name of a service)");
    }
    rule.trafficPolicy()
        .ifPresent(
            policy -> TrafficPolicyValidator.validate(policy, false, at.at("trafficPolicy")));
    boolean hasOutlierDetection =
        rule.trafficPolicy().flatMap(TrafficPolicy::outlierDetection).isPresent();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < rule.subsets().size(); i++) {
      Subset subset = rule.subsets().get(i);
      Findings here = at.at("subsets").at(i);
      if (!NameRules.isLabel(subset.name())) {
        here.at("name").invalid("subset: \"" + subset.name() + "\" (expected: a DNS label)");
      } else if (!names.add(subset.name())) {
        here.at("name").conflicting("subset: \"" + subset.name() + "\" (expected: once per rule)");
      }
      ValueRules.checkLabels(subset.labels(), here.at("labels"));
      subset
          .trafficPolicy()
          .ifPresent(
              policy ->
                  TrafficPolicyValidator.validate(
                      policy, hasOutlierDetection, here.at("trafficPolicy")));
    }
    ExportToRules.check(rule.exportTo(), at.at("exportTo"));
    rule.workloadSelector()
        .ifPresent(
            selector -> {
              SelectorRules.check(selector, at.at("workloadSelector"));
              checkPrivate(rule, at.at("exportTo"));
            });
  }

  private static void checkPrivate(DestinationRule rule, Findings at) {
    boolean elsewhere =
        rule.exportTo().stream()
            .anyMatch(n -> !n.equals(".") && !n.equals(rule.metadata().namespace()));
    if (elsewhere || rule.exportTo().size() > 1) {
      at.conflicting("exportTo of a rule with workloadSelector (expected: only \".\")");
    }
  }
}
