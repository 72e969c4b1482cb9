// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.rutter.inspect.AccessRule;
import io.rutter.inspect.Denial;
import io.rutter.inspect.ExtAuthzAnswer;
import io.rutter.inspect.ExternalCheck;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.MetadataMatch;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The filter that asks another service, about requests or about connections.
 *
 * @param cluster the cluster of the service
 * @param outside whether it has none, because Envoy reaches it by a library of its own
 * @param enabled when it asks at all; absent: always
 * @param share the fraction of calls that it asks about
 * @param failsOpen whether calls go on when the service cannot be asked
 * @param errorStatus what Envoy answers then; absent: it closes the connection
 * @param deniedStatus what Envoy answers if the service denies and names no status
 */
record ExtAuthzFilter(
    String cluster,
    boolean outside,
    Optional<MetadataMatcher> enabled,
    double share,
    boolean failsOpen,
    OptionalInt errorStatus,
    OptionalInt deniedStatus) {
  private static final int FORBIDDEN = 403;

  static Optional<ExtAuthzFilter> ofHttp(Any config, AccessFacts facts) {
    return UnpackedConfig.of(config, ExtAuthz.class)
        .map(
            filter ->
                new ExtAuthzFilter(
                    filter.hasHttpService()
                        ? filter.getHttpService().getServerUri().getCluster()
                        : cluster(filter.getGrpcService()),
                    filter.getGrpcService().hasGoogleGrpc(),
                    filter.hasFilterEnabledMetadata()
                        ? Optional.of(filter.getFilterEnabledMetadata())
                        : Optional.empty(),
                    filter.hasFilterEnabled()
                        ? Fractions.of(filter.getFilterEnabled(), facts.call())
                        : 1,
                    filter.getFailureModeAllow(),
                    OptionalInt.of(
                        filter.hasStatusOnError() && filter.getStatusOnError().getCodeValue() > 0
                            ? filter.getStatusOnError().getCodeValue()
                            : FORBIDDEN),
                    OptionalInt.of(FORBIDDEN)));
  }

  static Optional<ExtAuthzFilter> ofNetwork(Any config) {
    return UnpackedConfig.of(
            config, io.envoyproxy.envoy.extensions.filters.network.ext_authz.v3.ExtAuthz.class)
        .map(
            filter ->
                new ExtAuthzFilter(
                    cluster(filter.getGrpcService()),
                    filter.getGrpcService().hasGoogleGrpc(),
                    filter.hasFilterEnabledMetadata()
                        ? Optional.of(filter.getFilterEnabledMetadata())
                        : Optional.empty(),
                    1,
                    filter.getFailureModeAllow(),
                    OptionalInt.empty(),
                    OptionalInt.empty()));
  }

  private static String cluster(GrpcService service) {
    return service.hasEnvoyGrpc()
        ? service.getEnvoyGrpc().getClusterName()
        : service.getGoogleGrpc().getTargetUri();
  }

  /** Whether it asks by what the shadow rules of an RBAC filter found. */
  boolean follows(RbacFilter rbac) {
    return enabled
        .filter(matcher -> matcher.getFilter().equals(rbac.name()) && matcher.getPathCount() == 1)
        .filter(
            matcher ->
                matcher.getPath(0).getKey().equals(rbac.shadowPrefix() + RbacFilter.POLICY_KEY))
        .isPresent();
  }

  /** What it makes of the call. */
  FilterDecision decide(AccessFacts facts, ResourceIndex resources, Trail trail) {
    Metadata metadata = facts.metadata();
    boolean asks = share > 0 && enabled.map(m -> MetadataMatch.holds(m, metadata)).orElse(true);
    if (!asks) {
      trail.step(Stage.AUTHORIZATION, "not asked", cluster + " is not asked about this call");
      return FilterDecision.goesOn(metadata);
    }
    ImmutableList<AccessRule> rules = rules(metadata, trail);
    if (!outside && resources.cluster(cluster).isEmpty()) {
      return unreachable(metadata, rules, trail);
    }
    Optional<ExtAuthzAnswer> answer = facts.call().extAuthz();
    add(new ExternalCheck(cluster, rules, answer, deniedStatus), trail);
    String asked = cluster + " is asked";
    if (answer.isEmpty()) {
      trail.step(
          Stage.AUTHORIZATION,
          "asked",
          asked + ": the call does not say what it answers; what follows holds if it allows");
      return FilterDecision.goesOn(metadata);
    }
    if (answer.get() == ExtAuthzAnswer.ALLOW) {
      trail.step(Stage.AUTHORIZATION, "allowed", asked + ", and allows, as the call says");
      return FilterDecision.goesOn(metadata);
    }
    String reason = asked + ", and denies, as the call says";
    trail.step(Stage.AUTHORIZATION, "denied", reason);
    return new FilterDecision(
        metadata, Optional.of(new Denial(Denial.Filter.EXT_AUTHZ, rules, reason)), deniedStatus);
  }

  /** What it makes of a request that no route takes: Envoy does not ask, whatever the rules say. */
  FilterDecision withoutRoute(AccessFacts facts, Trail trail) {
    trail.step(
        Stage.AUTHORIZATION,
        "not asked",
        cluster + " is not asked about requests that no route takes");
    return FilterDecision.goesOn(facts.metadata());
  }

  private FilterDecision unreachable(
      Metadata metadata, ImmutableList<AccessRule> rules, Trail trail) {
    String reason = "there is no cluster " + cluster + " to ask";
    if (failsOpen) {
      trail.step(Stage.AUTHORIZATION, "allowed", reason + ": failure_mode_allow");
      return FilterDecision.goesOn(metadata);
    }
    trail.step(Stage.AUTHORIZATION, "denied", reason);
    return new FilterDecision(
        metadata, Optional.of(new Denial(Denial.Filter.EXT_AUTHZ, rules, reason)), errorStatus);
  }

  /** The rule that the shadow rules found, which made it ask. */
  private ImmutableList<AccessRule> rules(Metadata metadata, Trail trail) {
    return enabled
        .filter(matcher -> matcher.getPathCount() == 1)
        .map(
            matcher ->
                metadata
                    .getFilterMetadataOrDefault(matcher.getFilter(), Struct.getDefaultInstance())
                    .getFieldsOrDefault(matcher.getPath(0).getKey(), Value.getDefaultInstance()))
        .flatMap(value -> PolicyName.of(value.getStringValue()).told(trail, true))
        .map(ImmutableList::of)
        .orElse(ImmutableList.of());
  }

  private static void add(ExternalCheck check, Trail trail) {
    trail
        .result()
        .externalChecks(
            ImmutableList.<ExternalCheck>builder()
                .addAll(trail.result().build().externalChecks())
                .add(check)
                .build());
  }
}
