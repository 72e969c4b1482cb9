// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.go.GoBooleans;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.model.security.AuthorizationRule;

/** Checks an {@link AuthorizationPolicy}. Istio document: Authorization Policy. */
public final class AuthorizationPolicyValidator {
  private AuthorizationPolicyValidator() {}

  /** Checks the object that starts here. */
  public static void validate(AuthorizationPolicy policy, Findings at) {
    checkDryRun(policy, at.at("metadata").at("annotations").entry(AuthorizationPolicy.DRY_RUN));
    Findings spec = at.at("spec");
    PolicyTargetRules.check(policy.selector(), policy.targetRef(), policy.targetRefs(), spec);
    checkAction(policy, spec);
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule rule = policy.rules().get(i);
      Findings here = spec.at("rules").at(i);
      validate(rule, here);
      if (policy.action() == AuthorizationAction.CUSTOM) {
        CustomActionRules.check(rule, here);
      } else if (policy.action() == AuthorizationAction.DENY) {
        DeniedTcpRules.check(rule, here);
      }
    }
  }

  private static void checkDryRun(AuthorizationPolicy policy, Findings at) {
    String value = policy.metadata().annotations().get(AuthorizationPolicy.DRY_RUN);
    if (value == null) {
      return;
    }
    if (policy.action() == AuthorizationAction.AUDIT
        || policy.action() == AuthorizationAction.CUSTOM) {
      at.conflicting("a dry run of the action " + policy.action() + " (expected: ALLOW or DENY)");
    } else if (!GoBooleans.isValid(value)) {
      at.invalid("\"" + value + "\" (expected: \"true\" or \"false\")");
    }
  }

  private static void checkAction(AuthorizationPolicy policy, Findings at) {
    AuthorizationAction action = policy.action();
    boolean custom = action == AuthorizationAction.CUSTOM;
    if (policy.rules().isEmpty() && (custom || action == AuthorizationAction.DENY)) {
      at.at("rules")
          .missing(
              "no rules with the action "
                  + action
                  + " (expected: at least one; {} is met by every request)");
    }
    if (custom && policy.provider().map(AuthorizationProvider::name).orElse("").isEmpty()) {
      at.at("provider").at("name").missing("no name (expected: the extension provider to ask)");
    } else if (!custom && policy.provider().isPresent()) {
      at.at("provider")
          .conflicting("a provider with the action " + action + " (expected: only with CUSTOM)");
    }
  }

  private static void validate(AuthorizationRule rule, Findings at) {
    for (int i = 0; i < rule.from().size(); i++) {
      SourceValidator.validate(rule.from().get(i), at.at("from").at(i).at("source"));
    }
    for (int i = 0; i < rule.to().size(); i++) {
      OperationValidator.validate(rule.to().get(i), at.at("to").at(i).at("operation"));
    }
    for (int i = 0; i < rule.when().size(); i++) {
      ConditionValidator.validate(rule.when().get(i), at.at("when").at(i));
    }
  }
}
