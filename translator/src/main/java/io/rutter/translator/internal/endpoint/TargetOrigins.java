// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.PolicyPlaces;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What the resources of a target are made from: the port of a service, a rule, a subset. */
public final class TargetOrigins {
  private TargetOrigins() {}

  /** Where the policy of a target is written; absent without a DestinationRule. */
  public static Optional<PolicyPlaces> policy(ClusterTarget target) {
    return target
        .rule()
        .map(
            rule ->
                PolicyPlaces.of(
                    target.scope().origins().places(),
                    rule,
                    target.subset(),
                    OptionalInt.of(target.port().number())));
  }

  /** Tells what a resource of a target is made from as a whole. */
  public static void addWhole(Message made, ClusterTarget target) {
    Origins origins = target.scope().origins();
    origins.add(made, origins.places().port(target.service(), target.port().number()));
    policy(target).flatMap(PolicyPlaces::subset).ifPresent(part -> origins.add(made, part));
    // A rule has a say even without a policy: no other rule applies.
    target
        .rule()
        .map(MergedDestinationRule::from)
        .orElse(ImmutableList.of())
        .forEach(key -> origins.add(made, new ConfigPart(key, "spec.host")));
  }

  /**
   * Which endpoints there are depends on whether unhealthy ones are looked for, and their labels on
   * the TLS of clients.
   */
  private static <T> void addSetting(
      ClusterLoadAssignment made,
      String part,
      ClusterTarget target,
      String field,
      Function<TrafficPolicy, Optional<T>> of) {
    Optional<T> setting = target.policy().flatMap(of);
    if (setting.isPresent()) {
      policy(target)
          .flatMap(places -> places.find(field, of, setting.get()::equals))
          .ifPresent(from -> target.scope().origins().add(made, part, from));
    }
  }

  /**
   * Tells what a load assignment is made from.
   *
   * @param byLocality whether its load is spread over localities by a setting
   */
  static void add(ClusterLoadAssignment made, ClusterTarget target, boolean byLocality) {
    Origins origins = target.scope().origins();
    if (!origins.areKept()) {
      return;
    }
    addWhole(made, target);
    String endpoints = made.getEndpointsCount() == 0 ? "" : "endpoints";
    addSetting(made, endpoints, target, "outlierDetection", TrafficPolicy::outlierDetection);
    addSetting(made, endpoints, target, "tls", TrafficPolicy::tls);
    if (made.getEndpointsCount() == 0 || !byLocality) {
      return;
    }
    boolean ofRule =
        target
            .policy()
            .flatMap(TrafficPolicy::loadBalancer)
            .filter(loadBalancer -> loadBalancer.localityLbSetting().isPresent())
            .isPresent();
    Optional<ConfigPart> written =
        policy(target)
            .filter(places -> ofRule)
            .flatMap(
                places ->
                    places.loadBalancer(
                        found ->
                            target.policy().flatMap(TrafficPolicy::loadBalancer).isPresent()
                                && found.equals(target.policy().get().loadBalancer().get())));
    origins.add(
        made, "endpoints", written.orElseGet(() -> origins.places().mesh("localityLbSetting")));
  }
}
