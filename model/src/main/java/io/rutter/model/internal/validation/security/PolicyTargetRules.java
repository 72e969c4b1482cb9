// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.WorkloadSelector;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.SelectorRules;
import io.rutter.model.security.PolicyTargetReference;
import java.util.List;
import java.util.Optional;

/** What a policy applies to. Istio documents: Workload Selector, {@code PolicyTargetReference}. */
final class PolicyTargetRules {
  private PolicyTargetRules() {}

  /** Checks the three fields of which one may say it; {@code at} is the spec. */
  static void check(
      Optional<WorkloadSelector> selector,
      Optional<PolicyTargetReference> targetRef,
      List<PolicyTargetReference> targetRefs,
      Findings at) {
    int set = (selector.isPresent() ? 1 : 0) + (targetRef.isPresent() ? 1 : 0);
    if (set + (targetRefs.isEmpty() ? 0 : 1) > 1) {
      at.conflicting(
          "more than one of selector, targetRef and targetRefs (expected: at most one of them)");
    }
    selector.ifPresent(labels -> SelectorRules.check(labels, at.at("selector")));
    targetRef.ifPresent(target -> check(target, at.at("targetRef")));
    for (int i = 0; i < targetRefs.size(); i++) {
      check(targetRefs.get(i), at.at("targetRefs").at(i));
    }
  }

  private static void check(PolicyTargetReference target, Findings at) {
    if (target.name().isEmpty()) {
      at.at("name").missing("no name (expected: the name of the target)");
    }
    if (!target.namespace().isEmpty()) {
      at.at("namespace")
          .invalid(
              "namespace: \"" + target.namespace() + "\" (expected: none, it is the policy's own)");
    }
    if (!isTarget(target)) {
      at.at("kind")
          .invalid(
              "kind: \""
                  + target.group()
                  + "/"
                  + target.kind()
                  + "\" (expected: Service, networking.istio.io/ServiceEntry,"
                  + " gateway.networking.k8s.io/Gateway or GatewayClass)");
    }
  }

  private static boolean isTarget(PolicyTargetReference target) {
    return switch (target.kind()) {
      case "Service" -> target.group().isEmpty() || target.group().equals("core");
      case "ServiceEntry" -> target.group().equals("networking.istio.io");
      case "Gateway", "GatewayClass" -> target.group().equals("gateway.networking.k8s.io");
      default -> false;
    };
  }
}
