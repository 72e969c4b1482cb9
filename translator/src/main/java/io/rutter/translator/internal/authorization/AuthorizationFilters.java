// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Who may call a proxy: its AuthorizationPolicies and RequestAuthentications → the filters that all
 * of its inbound chains, or a gateway's, have. Istio documents: Authorization Policy; Request
 * Authentication.
 */
public final class AuthorizationFilters {
  private AuthorizationFilters() {}

  /**
   * The filters of a connection manager. Other services are asked first; then come the tokens,
   * which may say who calls, and what the proxy decides itself.
   */
  public static ImmutableList<HttpFilter> http(ProxyScope scope) {
    if (scope.authorizationPolicies().isEmpty()) {
      return ImmutableList.copyOf(JwtFilters.of(scope).stream().iterator());
    }
    PolicyRules rules = PolicyRules.of(scope, false);
    return ImmutableList.<HttpFilter>builder()
        .addAll(CustomFilters.of(scope).http(rules))
        .addAll(JwtFilters.of(scope).stream().iterator())
        .addAll(
            RbacFilters.of(scope.authorizationPolicies(), rules).stream()
                .map(filter -> filter.http(scope.origins()))
                .collect(toImmutableList()))
        .build();
  }

  /** The filters of a chain that forwards connections. */
  public static ImmutableList<Filter> tcp(ProxyScope scope) {
    if (scope.authorizationPolicies().isEmpty()) {
      return ImmutableList.of();
    }
    PolicyRules rules = PolicyRules.of(scope, true);
    return ImmutableList.<Filter>builder()
        .addAll(CustomFilters.of(scope).tcp(rules))
        .addAll(
            RbacFilters.of(scope.authorizationPolicies(), rules).stream()
                .map(filter -> filter.tcp(scope.origins()))
                .collect(toImmutableList()))
        .build();
  }

  /** Reports policies that deny because nobody can be asked. */
  public static void report(ProxyScope scope, ProblemSink problems) {
    CustomFilters.of(scope).report(problems);
  }
}
