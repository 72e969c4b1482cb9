// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.HashMap;
import java.util.Map;

/**
 * Rules that allow what a rule of action DENY, which is asked first, denies as a whole on all
 * workloads of the policy. Istio document: Authorization Policy, on the order of actions.
 */
final class HiddenAllowAnalysis {
  /** The rules that deny which one that allows is compared with. */
  private static final int MOST_COMPARED = 200;

  private HiddenAllowAnalysis() {}

  static void check(AuthorizationRules rules, PolicyWorkloads workloads) {
    ImmutableList<AuthorizationRules.Indexed> denying = of(rules, AuthorizationAction.DENY);
    if (denying.isEmpty()) {
      return;
    }
    Map<PolicyAttachment, ImmutableList<AuthorizationRules.Indexed>> asked = new HashMap<>();
    for (AuthorizationRules.Indexed allowing : of(rules, AuthorizationAction.ALLOW)) {
      asked
          .computeIfAbsent(allowing.attachment(), policy -> asked(denying, policy, workloads))
          .stream()
          .filter(rule -> allowing.conditions().isWithin(rule.conditions()))
          .findFirst()
          .ifPresent(rule -> report(allowing, rule));
    }
  }

  /** The rules that deny on all workloads of a policy. */
  private static ImmutableList<AuthorizationRules.Indexed> asked(
      ImmutableList<AuthorizationRules.Indexed> denying,
      PolicyAttachment policy,
      PolicyWorkloads workloads) {
    return denying.stream()
        .filter(rule -> workloads.coversAll(rule.attachment(), policy))
        .limit(MOST_COMPARED)
        .collect(toImmutableList());
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
