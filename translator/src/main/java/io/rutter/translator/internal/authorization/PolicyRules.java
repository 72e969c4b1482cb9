// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.rutter.model.ConfigKey;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * AuthorizationPolicies of one action → the rules of one filter. Istio document: Authorization
 * Policy.
 *
 * @param trustDomains those of the mesh
 * @param tcp whether they are for connections, which have no requests
 * @param origins takes down which rules are made from which
 */
record PolicyRules(TrustDomains trustDomains, boolean tcp, Origins origins) {
  /** The rules of a proxy's policies. */
  static PolicyRules of(ProxyScope scope, boolean tcp) {
    return new PolicyRules(TrustDomains.of(scope.settings()), tcp, scope.origins());
  }

  /** The rules under their usual names. */
  RBAC of(RBAC.Action action, List<AuthorizationPolicy> policies) {
    return of(action, policies, UnaryOperator.identity());
  }

  /**
   * The rules.
   *
   * @param naming what becomes of the usual name of a rule
   */
  RBAC of(RBAC.Action action, List<AuthorizationPolicy> policies, UnaryOperator<String> naming) {
    RBAC.Builder rules = RBAC.newBuilder().setAction(action);
    policies.forEach(policy -> add(policy, naming, rules));
    RBAC made = rules.build();
    if (origins.areKept()) {
      policies.forEach(policy -> addOrigins(policy, naming, made));
    }
    return made;
  }

  private void addOrigins(AuthorizationPolicy policy, UnaryOperator<String> naming, RBAC made) {
    ConfigPart spec =
        new ConfigPart(ConfigKey.of("AuthorizationPolicy", policy.metadata()), "spec");
    origins.add(made, spec.field("action"));
    for (int i = 0; i < policy.rules().size(); i++) {
      String name = naming.apply(name(policy, i));
      if (made.containsPolicies(name)) {
        origins.add(made, "policies[\"" + name + "\"]", spec.field("rules[" + i + "]"));
      }
    }
    if (policy.rules().isEmpty()) {
      origins.add(made, "policies[\"" + naming.apply(name(policy, 0)) + "\"]", spec);
    }
  }

  private void add(AuthorizationPolicy policy, UnaryOperator<String> naming, RBAC.Builder to) {
    if (policy.rules().isEmpty()) {
      to.putPolicies(naming.apply(name(policy, 0)), AuthorizationRuleTranslator.NEVER);
    }
    PolicyContext context = new PolicyContext(policy.metadata().namespace(), trustDomains);
    boolean allows = policy.action() == AuthorizationAction.ALLOW;
    for (int i = 0; i < policy.rules().size(); i++) {
      AuthorizationRule whole = policy.rules().get(i);
      if (!ReducedRule.isKnown(whole) && allows) {
        continue;
      }
      Optional<AuthorizationRule> rule =
          tcp ? ReducedRule.forTcp(whole, allows) : Optional.of(whole);
      if (rule.isPresent()) {
        to.putPolicies(
            naming.apply(name(policy, i)),
            AuthorizationRuleTranslator.translate(rule.get(), context));
      }
    }
  }

  private static String name(AuthorizationPolicy policy, int rule) {
    return "ns["
        + policy.metadata().namespace()
        + "]-policy["
        + policy.metadata().name()
        + "]-rule["
        + rule
        + "]";
  }
}
