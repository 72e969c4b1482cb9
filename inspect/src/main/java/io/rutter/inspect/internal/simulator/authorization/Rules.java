// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.rutter.inspect.RejectedCandidate;
import java.util.Map;
import java.util.Optional;

/**
 * What Envoy's {@code RBAC} message makes of a call: the first of its policies that takes the call
 * decides, in the order of their names.
 *
 * @param action what the policies do
 * @param taker the policy that takes the call; absent: none does
 * @param why what of the call it was taken by
 * @param passedOver the policies that were asked and do not take it
 */
record Rules(
    RBAC.Action action,
    Optional<PolicyName> taker,
    String why,
    ImmutableList<RejectedCandidate> passedOver) {

  static Rules of(RBAC rules, AccessFacts facts) {
    ImmutableList.Builder<RejectedCandidate> passedOver = ImmutableList.builder();
    Map<String, Policy> policies = rules.getPoliciesMap();
    for (String text : ImmutableSortedSet.copyOf(policies.keySet())) {
      PolicyName name = PolicyName.of(text);
      Verdict verdict = verdict(rules.getPoliciesOrThrow(text), facts);
      if (verdict.holds()) {
        String why = verdict.why().isEmpty() ? "takes every call" : verdict.why();
        return new Rules(rules.getAction(), Optional.of(name), why, passedOver.build());
      }
      passedOver.add(new RejectedCandidate(name.print(), verdict.why()));
    }
    return new Rules(rules.getAction(), Optional.empty(), "", passedOver.build());
  }

  private static Verdict verdict(Policy policy, AccessFacts facts) {
    if (policy.hasCondition() || policy.hasCheckedCondition()) {
      return Conditions.unknown("an expression (condition)");
    }
    Verdict asked =
        Verdict.any(policy.getPermissionsList(), part -> PermissionMatch.of(part, facts));
    if (!asked.holds()) {
      return asked;
    }
    Verdict caller =
        Verdict.any(policy.getPrincipalsList(), part -> PrincipalMatch.of(part, facts));
    if (!caller.holds()) {
      return caller;
    }
    boolean both = !asked.why().isEmpty() && !caller.why().isEmpty();
    return new Verdict(true, true, asked.why() + (both ? ", " : "") + caller.why());
  }

  /** Whether the call goes on. */
  boolean allows() {
    return switch (action) {
      case ALLOW -> taker.isPresent();
      case DENY -> taker.isEmpty();
      default -> true;
    };
  }

  /** What decided, for people, in the words of AuthorizationPolicies. */
  String reason() {
    return reason(action == RBAC.Action.LOG ? "AUDIT" : action.name());
  }

  /**
   * What decided, for people.
   *
   * @param kind how people call the action
   */
  String reason(String kind) {
    return taker
        .map(name -> kind + " " + name.print() + ": " + why)
        .orElseGet(
            () ->
                passedOver.isEmpty()
                    ? "there is no " + kind + " policy that could take it"
                    : "no " + kind + " policy takes it");
  }
}
