// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Condition;
import io.rutter.model.security.Operation;
import io.rutter.model.security.Source;

/**
 * One {@link AuthorizationRule} → one {@link Policy}. Every condition of {@code when} is part of
 * each operation or of each source. Istio document: Authorization Policy, {@code Rule}.
 */
final class AuthorizationRuleTranslator {
  /** What a policy without rules is: it never matches. */
  static final Policy NEVER =
      Policy.newBuilder()
          .addPermissions(Permissions.not(Permissions.ANY))
          .addPrincipals(Principals.not(Principals.ANY))
          .build();

  private AuthorizationRuleTranslator() {}

  static Policy translate(AuthorizationRule rule, PolicyContext context) {
    ImmutableList.Builder<Permission> permissions = ImmutableList.builder();
    ImmutableList.Builder<Principal> principals = ImmutableList.builder();
    for (Condition condition : rule.when()) {
      permissions.addAll(ConditionTranslator.permissions(condition));
      principals.addAll(ConditionTranslator.principals(condition, context));
    }
    ImmutableList<Permission> ofAll = permissions.build();
    ImmutableList<Principal> ofAnyone = principals.build();
    Policy.Builder policy = Policy.newBuilder();
    for (Operation operation : rule.to()) {
      policy.addPermissions(Permissions.all(and(OperationTranslator.translate(operation), ofAll)));
    }
    if (rule.to().isEmpty()) {
      policy.addPermissions(Permissions.all(ofAll));
    }
    for (Source source : rule.from()) {
      policy.addPrincipals(
          Principals.all(and(SourceTranslator.translate(source, context), ofAnyone)));
    }
    if (rule.from().isEmpty()) {
      policy.addPrincipals(Principals.all(ofAnyone));
    }
    return policy.build();
  }

  private static <T> ImmutableList<T> and(ImmutableList<T> some, ImmutableList<T> others) {
    return ImmutableList.<T>builder().addAll(some).addAll(others).build();
  }
}
