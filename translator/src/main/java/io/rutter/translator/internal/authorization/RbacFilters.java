// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.List;
import java.util.Optional;

/**
 * The AuthorizationPolicies of a proxy → its RBAC filters: one for each action that a policy has,
 * which are asked in this order. All of its inbound chains have the same. Istio document:
 * Authorization Policy.
 */
public final class RbacFilters {
  /** The actions that the proxy decides about itself. */
  private static final ImmutableList<AuthorizationAction> ORDER =
      ImmutableList.of(
          AuthorizationAction.AUDIT, AuthorizationAction.DENY, AuthorizationAction.ALLOW);

  private static final String HTTP_FILTER = "envoy.filters.http.rbac";
  private static final String NETWORK_FILTER = "envoy.filters.network.rbac";
  private static final String DRY_RUN = "istio.io/dry-run";
  private static final String STAT_PREFIX = "tcp.";
  private static final String DRY_RUN_ALLOW = "istio_dry_run_allow_";
  private static final String DRY_RUN_DENY = "istio_dry_run_deny_";

  /** Words of Go for true. */
  private static final ImmutableList<String> TRUE =
      ImmutableList.of("1", "t", "T", "TRUE", "true", "True");

  private RbacFilters() {}

  /**
   * What one action comes to.
   *
   * @param rules what is decided by; absent if all policies are for a dry run
   * @param shadowRules what a dry run is made with; absent if no policy is for one
   */
  private record Rules(Optional<RBAC> rules, Optional<RBAC> shadowRules) {
    /** As in istiod, those without a dry run have the name of one that allows. */
    String shadowStatPrefix() {
      return switch (shadowRules.map(RBAC::getAction).orElse(RBAC.Action.ALLOW)) {
        case ALLOW -> DRY_RUN_ALLOW;
        case DENY -> DRY_RUN_DENY;
        default -> "";
      };
    }
  }

  /** The filters of a connection manager. */
  public static ImmutableList<HttpFilter> http(ProxyScope scope) {
    return all(scope, false).stream().map(RbacFilters::http).collect(toImmutableList());
  }

  private static HttpFilter http(Rules rules) {
    io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.Builder config =
        io.envoyproxy
            .envoy
            .extensions
            .filters
            .http
            .rbac
            .v3
            .RBAC
            .newBuilder()
            .setShadowRulesStatPrefix(rules.shadowStatPrefix());
    rules.rules().ifPresent(config::setRules);
    rules.shadowRules().ifPresent(config::setShadowRules);
    return HttpFilter.newBuilder()
        .setName(HTTP_FILTER)
        .setTypedConfig(Anys.pack(config.build()))
        .build();
  }

  /** The filters of a chain that forwards connections. */
  public static ImmutableList<Filter> tcp(ProxyScope scope) {
    return all(scope, true).stream().map(RbacFilters::tcp).collect(toImmutableList());
  }

  private static Filter tcp(Rules rules) {
    io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.Builder config =
        io.envoyproxy
            .envoy
            .extensions
            .filters
            .network
            .rbac
            .v3
            .RBAC
            .newBuilder()
            .setStatPrefix(STAT_PREFIX)
            .setShadowRulesStatPrefix(rules.shadowStatPrefix());
    rules.rules().ifPresent(config::setRules);
    rules.shadowRules().ifPresent(config::setShadowRules);
    return Filter.newBuilder()
        .setName(NETWORK_FILTER)
        .setTypedConfig(Anys.pack(config.build()))
        .build();
  }

  private static ImmutableList<Rules> all(ProxyScope scope, boolean tcp) {
    ImmutableList<AuthorizationPolicy> policies = scope.authorizationPolicies();
    if (policies.isEmpty()) {
      return ImmutableList.of();
    }
    TrustDomains trustDomains = TrustDomains.of(scope.settings());
    ImmutableList.Builder<Rules> rules = ImmutableList.builder();
    for (AuthorizationAction action : ORDER) {
      ImmutableList<AuthorizationPolicy> ofAction =
          policies.stream().filter(policy -> policy.action() == action).collect(toImmutableList());
      if (!ofAction.isEmpty()) {
        rules.add(
            new Rules(
                rules(ofAction, false, action, trustDomains, tcp),
                rules(ofAction, true, action, trustDomains, tcp)));
      }
    }
    return rules.build();
  }

  /** The rules of the policies that are, or are not, for a dry run; absent if there are none. */
  private static Optional<RBAC> rules(
      List<AuthorizationPolicy> policies,
      boolean dryRun,
      AuthorizationAction action,
      TrustDomains trustDomains,
      boolean tcp) {
    RBAC.Builder rules = RBAC.newBuilder().setAction(envoyAction(action));
    boolean any = false;
    for (AuthorizationPolicy policy : policies) {
      if (isDryRun(policy) == dryRun) {
        any = true;
        add(policy, trustDomains, tcp, rules);
      }
    }
    return any ? Optional.of(rules.build()) : Optional.empty();
  }

  private static RBAC.Action envoyAction(AuthorizationAction action) {
    return switch (action) {
      case AUDIT -> RBAC.Action.LOG;
      case DENY, CUSTOM -> RBAC.Action.DENY;
      case ALLOW -> RBAC.Action.ALLOW;
    };
  }

  private static boolean isDryRun(AuthorizationPolicy policy) {
    return TRUE.contains(policy.metadata().annotations().getOrDefault(DRY_RUN, ""));
  }

  private static void add(
      AuthorizationPolicy policy, TrustDomains trustDomains, boolean tcp, RBAC.Builder to) {
    if (policy.rules().isEmpty()) {
      to.putPolicies(name(policy, 0), AuthorizationRuleTranslator.NEVER);
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
        Policy translated = AuthorizationRuleTranslator.translate(rule.get(), context);
        to.putPolicies(name(policy, i), translated);
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
