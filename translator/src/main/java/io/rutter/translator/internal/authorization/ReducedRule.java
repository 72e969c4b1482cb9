// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.security.ConditionAttribute;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Condition;
import io.rutter.model.security.Operation;
import io.rutter.model.security.Source;
import java.util.Optional;

/**
 * What is left of a rule for connections, which have no requests. A rule that allows is dropped as
 * a whole if it asks for anything of a request; of others only that is left out, so that they deny
 * more. Istio document: Authorization Policy, {@code Rule}.
 */
final class ReducedRule {
  private ReducedRule() {}

  /**
   * The rule for connections.
   *
   * @param allows whether the policy of the rule allows
   */
  static Optional<AuthorizationRule> forTcp(AuthorizationRule rule, boolean allows) {
    AuthorizationRule left =
        rule.toBuilder()
            .from(rule.from().stream().map(ReducedRule::withoutHttp).collect(toImmutableList()))
            .to(rule.to().stream().map(ReducedRule::withoutHttp).collect(toImmutableList()))
            .when(
                rule.when().stream()
                    .filter(condition -> !isOfHttp(condition))
                    .collect(toImmutableList()))
            .build();
    return allows && !left.equals(rule) ? Optional.empty() : Optional.of(left);
  }

  /** Whether each condition of the rule is known; only of meshes that are not validated not. */
  static boolean isKnown(AuthorizationRule rule) {
    return rule.when().stream()
        .allMatch(condition -> ConditionAttribute.of(condition.key()).isPresent());
  }

  private static Source withoutHttp(Source source) {
    return source.toBuilder()
        .requestPrincipals(ImmutableList.of())
        .notRequestPrincipals(ImmutableList.of())
        .build();
  }

  private static Operation withoutHttp(Operation operation) {
    return Operation.builder().ports(operation.ports()).notPorts(operation.notPorts()).build();
  }

  private static boolean isOfHttp(Condition condition) {
    return ConditionAttribute.of(condition.key()).filter(ConditionAttribute::isOfHttp).isPresent();
  }
}
