// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Empty;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementAndList;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirementOrList;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.RequirementRule;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.TokenClaims;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.TokenRule;
import java.util.List;
import java.util.Optional;

/**
 * The RequestAuthentications of a proxy → the filter that checks tokens: the rules of all of them
 * together. A request without a token passes. Istio document: Request Authentication.
 */
final class JwtFilters {
  private static final String PROVIDER = "origins-";

  private JwtFilters() {}

  /** The filter of a connection manager; absent if no rule applies. */
  static Optional<HttpFilter> of(ProxyScope scope) {
    return scope.tokenRules().isEmpty()
        ? Optional.empty()
        : Optional.of(origins(scope, filter(scope.tokenRules(), scope.isGateway())));
  }

  /** Tells which rule each provider is made from. */
  private static HttpFilter origins(ProxyScope scope, HttpFilter made) {
    if (scope.origins().areKept()) {
      for (int i = 0; i < scope.tokenRules().size(); i++) {
        TokenRule rule = scope.tokenRules().get(i);
        scope
            .origins()
            .add(
                made,
                "typedConfig.providers[\"" + PROVIDER + i + "\"]",
                new ConfigPart(rule.policy(), "spec.jwtRules[" + rule.position() + "]"));
      }
    }
    return made;
  }

  private static HttpFilter filter(List<TokenRule> rules, boolean clearRouteCache) {
    JwtAuthentication.Builder config = JwtAuthentication.newBuilder().setBypassCorsPreflight(true);
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (int i = 0; i < rules.size(); i++) {
      String name = PROVIDER + i;
      names.add(name);
      config.putProviders(name, JwtProviderTranslator.translate(rules.get(i), clearRouteCache));
    }
    config.addRules(
        RequirementRule.newBuilder()
            .setMatch(RouteMatch.newBuilder().setPrefix("/"))
            .setRequires(requirement(names.build())));
    return HttpFilter.newBuilder()
        .setName(TokenClaims.FILTER)
        .setTypedConfig(Anys.pack(config.build()))
        .build();
  }

  /**
   * A good token for one of the providers, or none for any: of several that look for tokens in one
   * place, each would find those of the others wrong.
   */
  private static JwtRequirement requirement(List<String> names) {
    ImmutableList<JwtRequirement> goodOrMissing =
        names.stream().map(JwtFilters::goodOrMissing).collect(toImmutableList());
    if (goodOrMissing.size() == 1) {
      return goodOrMissing.get(0);
    }
    return anyOf(
        ImmutableList.<JwtRequirement>builder()
            .addAll(names.stream().map(JwtFilters::good).iterator())
            .add(
                JwtRequirement.newBuilder()
                    .setRequiresAll(
                        JwtRequirementAndList.newBuilder().addAllRequirements(goodOrMissing))
                    .build())
            .build());
  }

  private static JwtRequirement good(String name) {
    return JwtRequirement.newBuilder().setProviderName(name).build();
  }

  private static JwtRequirement goodOrMissing(String name) {
    return anyOf(
        ImmutableList.of(
            good(name),
            JwtRequirement.newBuilder().setAllowMissing(Empty.getDefaultInstance()).build()));
  }

  private static JwtRequirement anyOf(List<JwtRequirement> requirements) {
    return JwtRequirement.newBuilder()
        .setRequiresAny(JwtRequirementOrList.newBuilder().addAllRequirements(requirements))
        .build();
  }
}
