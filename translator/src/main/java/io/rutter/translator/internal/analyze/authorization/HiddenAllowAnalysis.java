// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;

/**
 * Rules that allow what a rule of action DENY, which is asked first, denies as a whole on all
 * workloads of the policy. Istio document: Authorization Policy, on the order of actions.
 */
final class HiddenAllowAnalysis {
  private HiddenAllowAnalysis() {}

  static void check(AuthorizationRules rules, PolicyWorkloads workloads) {
    ImmutableList<AuthorizationRules.Indexed> denying = of(rules, AuthorizationAction.DENY);
    if (denying.isEmpty()) {
      return;
    }
    for (AuthorizationRules.Indexed allowing : of(rules, AuthorizationAction.ALLOW)) {
      PolicyAttachment attachment = PolicyAttachment.of(allowing.policy());
      denying.stream()
          .filter(rule -> workloads.coversAll(PolicyAttachment.of(rule.policy()), attachment))
          .filter(rule -> allowing.conditions().isWithin(rule.conditions()))
          .findFirst()
          .ifPresent(rule -> report(allowing, rule));
    }
  }

  private static ImmutableList<AuthorizationRules.Indexed> of(
      AuthorizationRules rules, AuthorizationAction action) {
    return rules.all().stream()
        .filter(rule -> rule.policy().action() == action)
        .filter(rule -> !rule.policy().isDryRun())
        .filter(rule -> !rule.conditions().isImpossible())
        .collect(toImmutableList());
  }

  private static void report(
      AuthorizationRules.Indexed allowing, AuthorizationRules.Indexed denying) {
    allowing
        .place()
        .warn(
            ProblemCode.DENIED_ANYWAY,
            "allows only what "
                + denying.place().path()
                + " of "
                + denying.place().object()
                + " denies (expected: requests that no rule of action DENY matches)");
  }
}
