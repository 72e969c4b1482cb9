// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.Program.Rule;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The filters of a chain that decide who may call, in their order.
 *
 * @param stages what each decides
 * @param facts what is known of calls after them
 */
public record AccessStages(ImmutableList<ImmutableList<Rule>> stages, CallFacts facts) {
  private static final String POLICY_KEY = "shadow_effective_policy_id";

  /** An RBAC filter of either kind. */
  private record Filter(String name, RBAC shadow, String prefix) {}

  /**
   * The stages of these filters.
   *
   * @param effects a number for each effect: the same for the same
   */
  public static AccessStages of(
      List<Any> filters, CallFacts before, ResourceIndex resources, ToIntFunction<Object> effects) {
    List<ImmutableList<Rule>> stages = new ArrayList<>();
    List<Filter> noted = new ArrayList<>();
    CallFacts facts = before;
    if (before.client().certificate() && before.clients().isPresent()) {
      stages.add(refusing(stranger(before.clients().get()), effects.applyAsInt("stranger")));
    }
    for (Any filter : filters) {
      var tokens = UnpackedConfig.of(filter, JwtAuthentication.class);
      if (tokens.isPresent() && facts.http()) {
        TokenConditions conditions = new TokenConditions(tokens.get(), resources);
        // With its settings, since which of two answers it gives depends on them.
        Condition refused = conditions.refused(facts);
        stages.add(
            ImmutableList.of(
                new Rule(
                    Condition.all(ImmutableList.of(refused, conditions.forOthers())),
                    effects.applyAsInt(Maps.immutableEntry("for others", filter)),
                    true),
                new Rule(refused, effects.applyAsInt(filter), true)));
        facts = facts.withToken(conditions.facts());
      }
      CallFacts known = facts;
      UnpackedConfig.of(filter, io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class)
          .ifPresent(
              rbac -> {
                stages.add(
                    refusing(
                        denied(rbac.getRules(), rbac.hasRules(), known),
                        effects.applyAsInt("denied")));
                noted.add(
                    new Filter(
                        "envoy.filters.http.rbac",
                        rbac.getShadowRules(),
                        rbac.getShadowRulesStatPrefix()));
              });
      UnpackedConfig.of(filter, io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class)
          .ifPresent(
              rbac -> {
                stages.add(
                    refusing(
                        denied(rbac.getRules(), rbac.hasRules(), known.ofConnection()),
                        effects.applyAsInt("closed")));
                noted.add(
                    new Filter(
                        "envoy.filters.network.rbac",
                        rbac.getShadowRules(),
                        rbac.getShadowRulesStatPrefix()));
              });
      stages.add(asking(filter, noted, known, effects));
    }
    return new AccessStages(ImmutableList.copyOf(stages), facts);
  }

  /** Whether the certificate names somebody else. */
  private static Condition stranger(List<StringMatcher> clients) {
    Condition known =
        Condition.some(
            clients.stream()
                .flatMap(matcher -> TextTest.of(matcher).stream())
                .map(test -> Condition.of(Dimension.PEER, test))
                .collect(toImmutableList()));
    return Condition.all(
        ImmutableList.of(Condition.of(Dimension.PEER, TextTest.PRESENT), known.negated()));
  }

  private static ImmutableList<Rule> refusing(Condition when, int effect) {
    return ImmutableList.of(new Rule(when, effect, true));
  }

  private static Condition denied(RBAC rules, boolean has, CallFacts facts) {
    if (!has) {
      return Condition.never();
    }
    Condition taken = taken(rules, facts, policy -> true);
    return switch (rules.getAction()) {
      case ALLOW -> taken.negated();
      case DENY -> taken;
      default -> Condition.never();
    };
  }

  private static Condition taken(
      RBAC rules, CallFacts facts, java.util.function.Predicate<String> names) {
    ImmutableSortedMap<String, Policy> policies = ImmutableSortedMap.copyOf(rules.getPoliciesMap());
    return Condition.some(
        policies.entrySet().stream()
            .filter(policy -> names.test(policy.getKey()))
            .map(policy -> RbacConditions.of(policy.getValue(), facts))
            .collect(toImmutableList()));
  }

  /** A filter that asks a service, about what the shadow rules before it take. */
  private static ImmutableList<Rule> asking(
      Any filter, List<Filter> noted, CallFacts facts, ToIntFunction<Object> effects) {
    ImmutableList.Builder<Rule> rules = ImmutableList.builder();
    UnpackedConfig.of(filter, ExtAuthz.class)
        .ifPresent(
            asks ->
                rules.add(
                    new Rule(
                        asks.hasFilterEnabledMetadata()
                            ? noted(asks.getFilterEnabledMetadata(), noted, facts)
                            : Condition.always(),
                        effects.applyAsInt(
                            asks.hasHttpService()
                                ? asks.getHttpService().getServerUri().getCluster()
                                : cluster(asks.getGrpcService())),
                        false)));
    UnpackedConfig.of(
            filter, io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz.class)
        .ifPresent(
            asks ->
                rules.add(
                    new Rule(
                        asks.hasFilterEnabledMetadata()
                            ? noted(asks.getFilterEnabledMetadata(), noted, facts)
                            : Condition.always(),
                        effects.applyAsInt(cluster(asks.getGrpcService())),
                        false)));
    return rules.build();
  }

  private static String cluster(GrpcService service) {
    return service.hasEnvoyGrpc()
        ? service.getEnvoyGrpc().getClusterName()
        : service.getGoogleGrpc().getTargetUri();
  }

  private static Condition noted(MetadataMatcher matcher, List<Filter> noted, CallFacts facts) {
    return Condition.some(
        noted.stream()
            .filter(filter -> filter.name().equals(matcher.getFilter()))
            .filter(
                filter ->
                    matcher.getPathCount() == 1
                        && matcher.getPath(0).getKey().equals(filter.prefix() + POLICY_KEY))
            .map(
                filter ->
                    taken(
                        filter.shadow(),
                        facts,
                        name ->
                            matcher.getValue().hasPresentMatch()
                                || StringMatch.matches(matcher.getValue().getStringMatch(), name)))
            .collect(toImmutableList()));
  }
}
