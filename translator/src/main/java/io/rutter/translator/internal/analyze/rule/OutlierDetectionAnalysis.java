// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Locality settings that have no effect because no outlier detection is configured: Envoy prefers
 * near endpoints by priority, and Istio sets priorities only for clusters with outlier detection.
 * Failover without outlier detection within one rule is left to validation.
 */
public final class OutlierDetectionAnalysis {
  private OutlierDetectionAnalysis() {}

  public static void run(MeshIndex mesh, RuleClients clients, ProblemSink problems) {
    if (mesh.settings().defaultOutlierDetection().isPresent()) {
      return;
    }
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      FindingPlace spec = FindingPlace.spec("DestinationRule", rule.metadata(), problems);
      // With other rules of its host merged in: their subsets inherit from this rule, or it from
      // them.
      check(
          rule,
          clients.servicesOf(rule),
          clients.mergedFrom(spec.object()).stream()
              .map(MergedDestinationRule::rule)
              .collect(toImmutableList()),
          spec);
    }
  }

  private static void check(
      DestinationRule rule,
      ImmutableList<Service> services,
      ImmutableList<DestinationRule> merged,
      FindingPlace spec) {
    ImmutableList<ServicePort> ports =
        services.stream().flatMap(service -> service.ports().stream()).collect(toImmutableList());
    if (ports.isEmpty()) {
      return;
    }
    if (rule.trafficPolicy().filter(OutlierDetectionAnalysis::asks).isPresent()
        && merged.stream()
            .allMatch(
                each ->
                    never(ports, port -> TrafficPolicies.forPort(each.trafficPolicy(), port))
                        && each.subsets().stream()
                            .allMatch(subset -> never(ports, policiesOf(each, subset))))) {
      warn(spec.at("trafficPolicy"));
    }
    for (int i = 0; i < rule.subsets().size(); i++) {
      Subset subset = rule.subsets().get(i);
      if (subset.trafficPolicy().filter(OutlierDetectionAnalysis::asks).isPresent()
          && merged.stream().allMatch(each -> never(ports, policiesOf(each, subset)))) {
        warn(spec.at("subsets").at(i).at("trafficPolicy"));
      }
    }
  }

  private static IntFunction<Optional<TrafficPolicy>> policiesOf(
      DestinationRule rule, Subset subset) {
    return port ->
        TrafficPolicies.forSubset(
            TrafficPolicies.forPort(rule.trafficPolicy(), port), subset, port);
  }

  /** Whether no policy of these ports has outlier detection. */
  private static boolean never(
      ImmutableList<ServicePort> ports, IntFunction<Optional<TrafficPolicy>> policyOf) {
    return ports.stream()
        .allMatch(
            port ->
                policyOf.apply(port.number()).flatMap(TrafficPolicy::outlierDetection).isEmpty());
  }

  private static boolean asks(TrafficPolicy policy) {
    return policy
        .loadBalancer()
        .filter(loadBalancer -> loadBalancer.zoneAwareLbSetting().isEmpty())
        .flatMap(LoadBalancer::localityLbSetting)
        .filter(OutlierDetectionAnalysis::onlyNearFirst)
        .isPresent();
  }

  private static boolean onlyNearFirst(LocalityLbSetting setting) {
    return setting.enabled().orElse(true)
        && setting.distribute().isEmpty()
        && setting.failover().isEmpty()
        && setting.failoverPriority().isEmpty();
  }

  private static void warn(FindingPlace policy) {
    policy
        .at("loadBalancer.localityLbSetting")
        .warn(
            ProblemCode.NO_OUTLIER_DETECTION,
            "near endpoints do not come first without outlierDetection (expected: both)");
  }
}
