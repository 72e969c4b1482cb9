// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import java.util.Optional;

/**
 * The AuthorizationPolicies that a proxy decides about itself → its RBAC filters: one for each
 * action that a policy has, which are asked in this order. Istio document: Authorization Policy.
 */
final class RbacFilters {
  private static final ImmutableList<AuthorizationAction> ORDER =
      ImmutableList.of(
          AuthorizationAction.AUDIT, AuthorizationAction.DENY, AuthorizationAction.ALLOW);

  private static final String DRY_RUN_ALLOW = "istio_dry_run_allow_";
  private static final String DRY_RUN_DENY = "istio_dry_run_deny_";

  private RbacFilters() {}

  static ImmutableList<RbacFilter> of(
      ImmutableList<AuthorizationPolicy> policies, PolicyRules rules) {
    ImmutableList.Builder<RbacFilter> filters = ImmutableList.builder();
    for (AuthorizationAction action : ORDER) {
      ImmutableList<AuthorizationPolicy> ofAction =
          policies.stream().filter(policy -> policy.action() == action).collect(toImmutableList());
      if (!ofAction.isEmpty()) {
        Optional<RBAC> shadow = rules(ofAction, true, action, rules);
        filters.add(
            new RbacFilter(rules(ofAction, false, action, rules), shadow, statPrefix(shadow)));
      }
    }
    return filters.build();
  }

  /** The rules of the policies that are, or are not, for a dry run; absent if there are none. */
  private static Optional<RBAC> rules(
      ImmutableList<AuthorizationPolicy> policies,
      boolean dryRun,
      AuthorizationAction action,
      PolicyRules rules) {
    ImmutableList<AuthorizationPolicy> some =
        policies.stream().filter(policy -> policy.isDryRun() == dryRun).collect(toImmutableList());
    return some.isEmpty() ? Optional.empty() : Optional.of(rules.of(envoyAction(action), some));
  }

  private static RBAC.Action envoyAction(AuthorizationAction action) {
    return switch (action) {
      case AUDIT -> RBAC.Action.LOG;
      case DENY, CUSTOM -> RBAC.Action.DENY;
      case ALLOW -> RBAC.Action.ALLOW;
    };
  }

  /** As in istiod, those without a dry run have the name of one that allows. */
  private static String statPrefix(Optional<RBAC> shadow) {
    return switch (shadow.map(RBAC::getAction).orElse(RBAC.Action.ALLOW)) {
      case ALLOW -> DRY_RUN_ALLOW;
      case DENY -> DRY_RUN_DENY;
      default -> "";
    };
  }
}
