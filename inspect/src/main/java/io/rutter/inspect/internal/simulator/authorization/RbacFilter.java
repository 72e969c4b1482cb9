// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Denial;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.Optional;

/**
 * The RBAC filter, of requests and of connections.
 *
 * @param name under which later filters find what its shadow rules made of the call
 * @param rules what decides
 * @param shadowRules what is only noted: for dry runs, and for filters that ask other services
 * @param shadowPrefix before the keys of what is noted
 * @param unknown whether it has rules of a form that the simulator does not know
 */
record RbacFilter(
    String name,
    Optional<RBAC> rules,
    Optional<RBAC> shadowRules,
    String shadowPrefix,
    boolean unknown) {
  private static final String HTTP = "envoy.filters.http.rbac";
  private static final String NETWORK = "envoy.filters.network.rbac";

  /** After the prefix: the policy of the shadow rules that takes the call. */
  static final String POLICY_KEY = "shadow_effective_policy_id";

  private static final String RESULT_KEY = "shadow_engine_result";

  static Optional<RbacFilter> ofHttp(Any config) {
    return UnpackedConfig.of(config, io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class)
        .map(
            rbac ->
                new RbacFilter(
                    HTTP,
                    rbac.hasRules() ? Optional.of(rbac.getRules()) : Optional.empty(),
                    rbac.hasShadowRules() ? Optional.of(rbac.getShadowRules()) : Optional.empty(),
                    rbac.getShadowRulesStatPrefix(),
                    rbac.hasMatcher() || rbac.hasShadowMatcher()));
  }

  static Optional<RbacFilter> ofNetwork(Any config) {
    return UnpackedConfig.of(
            config, io.envoyproxy.envoy.extensions.filters.network.rbac.v3.RBAC.class)
        .map(
            rbac ->
                new RbacFilter(
                    NETWORK,
                    rbac.hasRules() ? Optional.of(rbac.getRules()) : Optional.empty(),
                    rbac.hasShadowRules() ? Optional.of(rbac.getShadowRules()) : Optional.empty(),
                    rbac.getShadowRulesStatPrefix(),
                    rbac.hasMatcher() || rbac.hasShadowMatcher()));
  }

  /**
   * What it makes of the call.
   *
   * @param asking whether a later filter asks a service by what the shadow rules found
   */
  FilterDecision decide(AccessFacts facts, boolean asking, Trail trail) {
    if (unknown) {
      trail.step(Stage.AUTHORIZATION, name, "the simulator knows no matcher trees");
    }
    Metadata metadata =
        shadowRules
            .map(shadow -> noted(Rules.of(shadow, facts), facts.metadata(), asking, trail))
            .orElse(facts.metadata());
    return rules
        .map(real -> decided(Rules.of(real, facts), metadata, trail))
        .orElseGet(() -> FilterDecision.goesOn(metadata));
  }

  private FilterDecision decided(Rules outcome, Metadata metadata, Trail trail) {
    String chosen =
        switch (outcome.action()) {
          case ALLOW -> outcome.allows() ? "allowed" : "denied";
          case DENY -> outcome.allows() ? "not denied" : "denied";
          default -> outcome.taker().isPresent() ? "logged" : "not logged";
        };
    trail.step(Stage.AUTHORIZATION, chosen, outcome.reason(), outcome.passedOver());
    ImmutableList<AccessRule> taken = told(outcome.taker(), trail);
    if (outcome.allows()) {
      return FilterDecision.goesOn(metadata);
    }
    ImmutableList<AccessRule> behind =
        outcome.action() == RBAC.Action.ALLOW ? allAllowing(trail) : taken;
    return FilterDecision.denied(
        metadata, new Denial(Denial.Filter.RBAC, behind, outcome.reason()));
  }

  /** The rules that allow something else. */
  private ImmutableList<AccessRule> allAllowing(Trail trail) {
    ImmutableList.Builder<AccessRule> all = ImmutableList.builder();
    rules
        .map(real -> real.getPoliciesMap().keySet().stream().sorted().toList())
        .orElse(ImmutableList.of())
        .forEach(text -> PolicyName.of(text).told(trail, false).ifPresent(all::add));
    return all.build();
  }

  private Metadata noted(Rules outcome, Metadata before, boolean asking, Trail trail) {
    trail.step(
        Stage.AUTHORIZATION,
        asking
            ? (outcome.allows() ? "not to be asked about" : "to be asked about")
            : (outcome.allows() ? "dry run: would go on" : "dry run: would be denied"),
        asking ? outcome.reason("CUSTOM") : outcome.reason(),
        outcome.passedOver());
    if (!asking) {
      told(outcome.taker(), trail);
    }
    Struct.Builder found =
        before.getFilterMetadataOrDefault(name, Struct.getDefaultInstance()).toBuilder();
    outcome
        .taker()
        .ifPresent(policy -> found.putFields(shadowPrefix + POLICY_KEY, text(policy.text())));
    found.putFields(shadowPrefix + RESULT_KEY, text(outcome.allows() ? "allowed" : "denied"));
    return before.toBuilder().putFilterMetadata(name, found.build()).build();
  }

  @CanIgnoreReturnValue
  private static ImmutableList<AccessRule> told(Optional<PolicyName> policy, Trail trail) {
    return policy
        .flatMap(name -> name.told(trail, true))
        .map(ImmutableList::of)
        .orElse(ImmutableList.of());
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }
}
