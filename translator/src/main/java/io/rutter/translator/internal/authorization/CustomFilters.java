// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AuthorizationPolicies of a proxy with the action CUSTOM → its filters: for each provider one
 * that notes which policies match, and one that then asks the provider. What nobody can be asked
 * about is denied. Istio documents: Authorization Policy, action CUSTOM; Global Mesh Options,
 * {@code envoyExtAuthzHttp} and {@code envoyExtAuthzGrpc}.
 */
final class CustomFilters {
  private static final String SHADOW_STAT_PREFIX = "istio_ext_authz_";
  private static final String NAME_PREFIX = "istio-ext-authz-";
  private static final String WRONG = "-deny-due-to-bad-CUSTOM-action";

  private final ImmutableList<Asked> all;
  private final boolean conflicting;

  /**
   * The policies that name one provider.
   *
   * @param name the provider's name
   * @param authorizer who is asked; absent if nobody can be
   * @param notePrefix what the notes begin with that the provider is asked for
   */
  private record Asked(
      String name,
      ImmutableList<AuthorizationPolicy> policies,
      Optional<Authorizer> authorizer,
      String notePrefix) {
    RbacFilter noted(PolicyRules rules) {
      return new RbacFilter(
          Optional.empty(),
          Optional.of(
              rules.of(RBAC.Action.DENY, policies, rule -> NAME_PREFIX + name + "-" + rule)),
          SHADOW_STAT_PREFIX);
    }

    /** Tells what the filter that asks is made from: the provider, and who names it. */
    <T extends Message> T asking(T filter, Origins origins) {
      if (origins.areKept()) {
        origins.add(filter, origins.places().provider(name));
        policies.forEach(
            policy ->
                origins.add(
                    filter,
                    new ConfigPart(
                        ConfigKey.of("AuthorizationPolicy", policy.metadata()),
                        "spec.provider.name")));
      }
      return filter;
    }

    RbacFilter denied(PolicyRules rules) {
      return new RbacFilter(
          Optional.of(
              rules.of(
                  RBAC.Action.DENY, policies, rule -> NAME_PREFIX + name + "-" + rule + WRONG)),
          Optional.empty(),
          "");
    }
  }

  private CustomFilters(ImmutableList<Asked> all, boolean conflicting) {
    this.all = all;
    this.conflicting = conflicting;
  }

  static CustomFilters of(ProxyScope scope) {
    Map<String, List<AuthorizationPolicy>> byProvider = byProvider(scope);
    boolean several = byProvider.size() > 1;
    boolean conflicting = several && !scope.mesh().options().multipleCustomProviders();
    ImmutableList.Builder<Asked> all = ImmutableList.builder();
    byProvider.forEach(
        (name, policies) ->
            all.add(
                new Asked(
                    name,
                    ImmutableList.copyOf(policies),
                    conflicting ? Optional.empty() : Authorizer.find(scope.mesh(), name),
                    // The name of another provider may begin with this one's, which istiod mixes
                    // up.
                    NAME_PREFIX + name + (several ? "-ns[" : ""))));
    return new CustomFilters(all.build(), conflicting);
  }

  private static Map<String, List<AuthorizationPolicy>> byProvider(ProxyScope scope) {
    ListMultimap<String, AuthorizationPolicy> byProvider =
        MultimapBuilder.treeKeys().arrayListValues().build();
    for (AuthorizationPolicy policy : scope.authorizationPolicies()) {
      if (policy.action() == AuthorizationAction.CUSTOM) {
        byProvider.put(policy.provider().map(AuthorizationProvider::name).orElse(""), policy);
      }
    }
    return Multimaps.asMap(byProvider);
  }

  /** The filters of a connection manager. */
  ImmutableList<HttpFilter> http(PolicyRules rules) {
    ImmutableList.Builder<HttpFilter> filters = ImmutableList.builder();
    for (Asked asked : all) {
      if (asked.authorizer().isPresent()) {
        filters
            .add(asked.noted(rules).http(rules.origins()))
            .add(
                asked.asking(
                    ExtAuthzTranslator.http(asked.authorizer().get(), asked.notePrefix()),
                    rules.origins()));
      } else {
        filters.add(asked.denied(rules).http(rules.origins()));
      }
    }
    return filters.build();
  }

  /** The filters of a chain that forwards connections, about which only gRPC can ask. */
  ImmutableList<Filter> tcp(PolicyRules rules) {
    ImmutableList.Builder<Filter> filters = ImmutableList.builder();
    for (Asked asked : all) {
      if (asked.authorizer().isEmpty()) {
        filters.add(asked.denied(rules).tcp(rules.origins()));
      } else if (asked.authorizer().get() instanceof Authorizer.Grpc grpc) {
        filters
            .add(asked.noted(rules).tcp(rules.origins()))
            .add(asked.asking(ExtAuthzTranslator.tcp(grpc, asked.notePrefix()), rules.origins()));
      }
    }
    return filters.build();
  }

  /** Reports policies that deny because others of the workload name another provider. */
  void report(ProblemSink problems) {
    if (conflicting) {
      for (Asked asked : all) {
        asked.policies().forEach(policy -> problems.report(conflict(asked.name(), policy)));
      }
    }
  }

  private static Problem conflict(String name, AuthorizationPolicy policy) {
    return Problem.warning(ProblemCode.CONFLICT)
        .message(
            "provider "
                + name
                + ", and policies of the same workload name another one (expected: one provider for"
                + " a workload, or the option multipleCustomProviders; what the policy is about is"
                + " denied)")
        .object(ConfigKey.of("AuthorizationPolicy", policy.metadata()))
        .path("spec.provider.name")
        .build();
  }
}
