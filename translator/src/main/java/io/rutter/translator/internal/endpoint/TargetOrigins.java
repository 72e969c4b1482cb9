// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.rule.PolicyPlaces;
import java.util.Optional;
import java.util.OptionalInt;

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
  }

  static void add(ClusterLoadAssignment made, ClusterTarget target) {
    Origins origins = target.scope().origins();
    if (!origins.areKept()) {
      return;
    }
    addWhole(made, target);
    if (made.getEndpointsCount() == 0 || LoadAssignmentAssembler.policy(target).isEmpty()) {
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
