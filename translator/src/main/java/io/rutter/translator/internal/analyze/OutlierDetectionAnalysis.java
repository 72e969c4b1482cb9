// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze;

import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LocalityLbSetting;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.TrafficPolicies;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settings of localities that only say that near endpoints come first, which Envoy does by
 * priority, and Istio gives priorities only to clusters with outlier detection. What validation
 * sees within a rule, failover without outlier detection, is not repeated.
 */
final class OutlierDetectionAnalysis {
  private OutlierDetectionAnalysis() {}

  static void run(MeshIndex mesh, ProblemSink problems) {
    if (mesh.settings().defaultOutlierDetection().isPresent()) {
      return;
    }
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      Place spec = Place.spec("DestinationRule", rule.metadata(), problems);
      if (rule.trafficPolicy().filter(OutlierDetectionAnalysis::asks).isPresent()
          && neverWith(
              mesh, rule, port -> TrafficPolicies.forPort(rule.trafficPolicy(), port.number()))) {
        warn(spec.at("trafficPolicy"));
      }
      for (int i = 0; i < rule.subsets().size(); i++) {
        Subset subset = rule.subsets().get(i);
        if (subset.trafficPolicy().filter(OutlierDetectionAnalysis::asks).isPresent()
            && neverWith(
                mesh,
                rule,
                port ->
                    TrafficPolicies.forSubset(
                        TrafficPolicies.forPort(rule.trafficPolicy(), port.number()),
                        subset,
                        port.number()))) {
          warn(spec.at("subsets").at(i).at("trafficPolicy"));
        }
      }
    }
  }

  /** Whether there is a port, and no port has outlier detection together with the setting. */
  private static boolean neverWith(
      MeshIndex mesh,
      DestinationRule rule,
      Function<ServicePort, Optional<TrafficPolicy>> policyOf) {
    boolean any = false;
    for (Service service : DestinationRuleAnalysis.servicesOf(mesh, rule)) {
      for (ServicePort port : service.ports()) {
        any = true;
        if (policyOf.apply(port).flatMap(TrafficPolicy::outlierDetection).isPresent()) {
          return false;
        }
      }
    }
    return any;
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

  private static void warn(Place policy) {
    policy
        .at("loadBalancer.localityLbSetting")
        .warn(
            ProblemCode.NO_OUTLIER_DETECTION,
            "near endpoints do not come first without outlierDetection (expected: both)");
  }
}
