// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Ints;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtRequirement;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.RequirementRule;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which tokens the filter for them takes: by issuer, audience, and whether its keys are known. */
final class TokenConditions {
  private static final String PREFIX = "origins-";
  private static final int MOST_LEVELS = 50;

  private final JwtAuthentication filter;
  private final ResourceIndex resources;

  TokenConditions(JwtAuthentication filter, ResourceIndex resources) {
    this.filter = filter;
    this.resources = resources;
  }

  /** Which requests are refused, of those that earlier rules did not take. */
  Condition refused(CallFacts facts) {
    ImmutableList.Builder<Condition> refused = ImmutableList.builder();
    ImmutableList.Builder<Condition> earlier = ImmutableList.builder();
    for (RequirementRule rule : filter.getRulesList()) {
      Condition here = RouteConditions.of(rule.getMatch(), facts);
      refused.add(
          Condition.all(
              ImmutableList.of(
                  Condition.some(earlier.build()).negated(),
                  here,
                  met(requirement(rule), 0).negated())));
      earlier.add(here);
    }
    return Condition.all(
        ImmutableList.of(
            Condition.some(refused.build()),
            filter.getBypassCorsPreflight() ? preflight().negated() : Condition.always()));
  }

  /** Which of them get another answer than the rest: those with a token for somebody else. */
  Condition forOthers() {
    return Condition.some(
        ImmutableSortedMap.copyOf(filter.getProvidersMap()).values().stream()
            .filter(provider -> provider.getAudiencesCount() > 0)
            .map(
                provider ->
                    Condition.all(
                        ImmutableList.of(
                            issuer(provider), audience(provider.getAudiencesList()).negated())))
            .collect(toImmutableList()));
  }

  /** When there are claims for later filters. */
  TokenFacts facts() {
    Map<String, Condition> payloads = new LinkedHashMap<>();
    filter
        .getProvidersMap()
        .forEach(
            (name, provider) -> {
              if (!provider.getPayloadInMetadata().isEmpty()) {
                payloads.merge(
                    provider.getPayloadInMetadata(),
                    good(name, List.of()),
                    (one, other) -> Condition.some(ImmutableList.of(one, other)));
              }
            });
    return new TokenFacts(ImmutableMap.copyOf(payloads));
  }

  private JwtRequirement requirement(RequirementRule rule) {
    return rule.hasRequires()
        ? rule.getRequires()
        : filter
            .getRequirementMapMap()
            .getOrDefault(rule.getRequirementName(), JwtRequirement.getDefaultInstance());
  }

  private static Condition preflight() {
    return Condition.all(
        ImmutableList.of(
            Condition.of(Dimension.METHOD, TextTest.of(TextTest.Kind.EXACT, "OPTIONS")),
            filled("origin"),
            filled("access-control-request-method")));
  }

  private static Condition filled(String header) {
    Dimension dimension = new Dimension(Dimension.Kind.HEADER, header);
    return Condition.all(
        ImmutableList.of(
            Condition.of(dimension, TextTest.PRESENT),
            Condition.of(dimension, TextTest.of(TextTest.Kind.EXACT, "")).negated()));
  }

  private Condition met(JwtRequirement requirement, int depth) {
    if (depth > MOST_LEVELS) {
      return Condition.never();
    }
    Condition token = Condition.of(Dimension.TOKEN, TextTest.PRESENT);
    return switch (requirement.getRequiresTypeCase()) {
      case PROVIDER_NAME -> good(requirement.getProviderName(), List.of());
      case PROVIDER_AND_AUDIENCES ->
          good(
              requirement.getProviderAndAudiences().getProviderName(),
              requirement.getProviderAndAudiences().getAudiencesList());
      case REQUIRES_ANY -> some(requirement.getRequiresAny().getRequirementsList(), depth);
      case REQUIRES_ALL ->
          Condition.all(
              requirement.getRequiresAll().getRequirementsList().stream()
                  .map(one -> met(one, depth + 1))
                  .collect(toImmutableList()));
      case ALLOW_MISSING -> Condition.some(ImmutableList.of(token.negated(), anyGood()));
      default -> Condition.always();
    };
  }

  private Condition some(List<JwtRequirement> requirements, int depth) {
    return Condition.some(
        requirements.stream().map(one -> met(one, depth + 1)).collect(toImmutableList()));
  }

  private Condition anyGood() {
    return Condition.some(
        filter.getProvidersMap().keySet().stream()
            .sorted()
            .map(name -> good(name, List.of()))
            .collect(toImmutableList()));
  }

  /** Whether the token is a good one of this provider. */
  private Condition good(String name, List<String> audiences) {
    JwtProvider provider = filter.getProvidersMap().get(name);
    if (provider == null || !hasKeys(name, provider)) {
      return Condition.never();
    }
    List<String> wanted = audiences.isEmpty() ? provider.getAudiencesList() : audiences;
    return Condition.all(
        ImmutableList.of(
            issuer(provider), wanted.isEmpty() ? Condition.always() : audience(wanted)));
  }

  private static Condition issuer(JwtProvider provider) {
    return Condition.of(
        Dimension.TOKEN,
        provider.getIssuer().isEmpty()
            ? TextTest.PRESENT
            : TextTest.of(TextTest.Kind.EXACT, provider.getIssuer()));
  }

  private static Condition audience(List<String> wanted) {
    Dimension audience = Claims.dimension(List.of("aud"), true);
    return Condition.some(
        wanted.stream()
            .map(text -> Condition.of(audience, TextTest.of(TextTest.Kind.EXACT, text)))
            .collect(toImmutableList()));
  }

  private boolean hasKeys(String name, JwtProvider provider) {
    if (provider.hasRemoteJwks()) {
      return resources.cluster(provider.getRemoteJwks().getHttpUri().getCluster()).isPresent();
    }
    Integer position =
        name.startsWith(PREFIX) ? Ints.tryParse(name.substring(PREFIX.length())) : null;
    return position == null
        || position < 0
        || position >= resources.tokenRules().size()
        || resources.tokenRules().get(position).hasKeys();
  }
}
