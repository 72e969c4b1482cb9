// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.authorization.TrustDomains;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;

/**
 * The rules of all AuthorizationPolicies, with their conditions.
 *
 * @param all the rules, by policy in the order of the mesh
 */
record AuthorizationRules(ImmutableList<Indexed> all) {
  private static final String KIND = "AuthorizationPolicy";

  /**
   * A rule.
   *
   * @param policy its policy
   * @param attachment what the policy applies to
   * @param rule the rule
   * @param conditions its conditions
   * @param place where it is
   */
  record Indexed(
      AuthorizationPolicy policy,
      PolicyAttachment attachment,
      AuthorizationRule rule,
      RuleConditions conditions,
      FindingPlace place) {}

  static AuthorizationRules of(MeshIndex mesh, ProblemSink problems) {
    TrustDomains trustDomains = TrustDomains.of(mesh.settings());
    ImmutableList.Builder<Indexed> all = ImmutableList.builder();
    for (AuthorizationPolicy policy : mesh.snapshot().authorizationPolicies()) {
      ConstraintReader reader = new ConstraintReader(policy.metadata().namespace(), trustDomains);
      FindingPlace rules = spec(policy, problems).at("rules");
      PolicyAttachment attachment = PolicyAttachment.of(policy);
      for (int i = 0; i < policy.rules().size(); i++) {
        AuthorizationRule rule = policy.rules().get(i);
        FindingPlace place = rules.at(i);
        all.add(
            new Indexed(policy, attachment, rule, RuleConditions.of(rule, place, reader), place));
      }
    }
    return new AuthorizationRules(all.build());
  }

  static FindingPlace spec(AuthorizationPolicy policy, ProblemSink problems) {
    return FindingPlace.spec(KIND, policy.metadata(), problems);
  }
}
