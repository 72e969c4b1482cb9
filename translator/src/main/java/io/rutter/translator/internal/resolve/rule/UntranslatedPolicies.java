// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.RetryBudget;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import java.util.Optional;

/**
 * Reports settings of a {@link DestinationRule} for which Envoy's Java API has no fields. Istio
 * document: Destination Rule, {@code outlierDetectionHttpErrorCodes} and {@code budgetInterval}.
 */
final class UntranslatedPolicies {
  private final ConfigKey rule;
  private final ProblemSink problems;

  private UntranslatedPolicies(ConfigKey rule, ProblemSink problems) {
    this.rule = rule;
    this.problems = problems;
  }

  /** Reports each such field that is set, as a warning. */
  static void report(DestinationRule rule, ProblemSink problems) {
    UntranslatedPolicies policies =
        new UntranslatedPolicies(ConfigKey.of("DestinationRule", rule.metadata()), problems);
    rule.trafficPolicy().ifPresent(policy -> policies.check(policy, "spec.trafficPolicy"));
    for (int i = 0; i < rule.subsets().size(); i++) {
      String path = "spec.subsets[" + i + "].trafficPolicy";
      rule.subsets().get(i).trafficPolicy().ifPresent(policy -> policies.check(policy, path));
    }
  }

  private void check(TrafficPolicy policy, String path) {
    checkOutlierDetection(policy.outlierDetection(), path);
    if (policy.retryBudget().flatMap(RetryBudget::budgetInterval).isPresent()) {
      lost(path + ".retryBudget.budgetInterval");
    }
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy port = policy.portLevelSettings().get(i);
      checkOutlierDetection(port.outlierDetection(), path + ".portLevelSettings[" + i + "]");
    }
  }

  private void checkOutlierDetection(Optional<OutlierDetection> outlier, String path) {
    if (outlier.filter(o -> !o.outlierDetectionHttpErrorCodes().isEmpty()).isPresent()) {
      lost(path + ".outlierDetection.outlierDetectionHttpErrorCodes");
    }
  }

  private void lost(String path) {
    problems.report(
        Problem.warning(ProblemCode.NOT_TRANSLATED)
            .object(rule)
            .path(path)
            .message("no effect: Envoy's Java api does not have it yet")
            .build());
  }
}
