// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.PolicyTargetReference;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.List;

/**
 * Policies for targets that no proxy stands for: Services and the like are those of waypoints, and
 * a Gateway is that of the Gateway API. Istio document: {@code PolicyTargetReference}.
 */
final class PolicyTargetAnalysis {
  private final InactiveObjects inactive;
  private final PolicyWorkloads workloads;

  private PolicyTargetAnalysis(InactiveObjects inactive, PolicyWorkloads workloads) {
    this.inactive = inactive;
    this.workloads = workloads;
  }

  static void check(MeshIndex mesh, List<AttachedPolicy> policies, PolicyWorkloads workloads) {
    PolicyTargetAnalysis analysis =
        new PolicyTargetAnalysis(InactiveObjects.of(mesh.snapshot()), workloads);
    for (AttachedPolicy policy : policies) {
      PolicyAttachment attachment = policy.attachment();
      List<PolicyTargetReference> targets = attachment.targetRefs();
      for (int i = 0; i < targets.size(); i++) {
        analysis.check(attachment, targets.get(i), policy.spec().at("targetRefs").at(i));
      }
      if (targets.isEmpty() && attachment.targetRef().isPresent()) {
        analysis.check(attachment, attachment.targetRef().get(), policy.spec().at("targetRef"));
      }
    }
  }

  private void check(PolicyAttachment policy, PolicyTargetReference target, FindingPlace place) {
    String what = target.kind() + "/" + policy.metadata().namespace() + "/" + target.name();
    if (!PolicyAttachment.isGateway(target)) {
      place.warn(
          ProblemCode.SELECTS_NOTHING,
          "target: "
              + what
              + " is looked at by waypoints only (expected: a selector, for sidecars and"
              + " gateways)");
    } else if (!workloads.all().isEmpty()
        && workloads.of(alone(policy, target)).isEmpty()
        && !inactive.isThere(
            new ConfigKey(target.kind(), policy.metadata().namespace(), target.name()))) {
      place.warn(
          ProblemCode.SELECTS_NOTHING,
          "target: "
              + what
              + " has no proxy (expected: a Gateway of the Gateway API, or a selector for the"
              + " proxies of one of Istio's)");
    }
  }

  private static PolicyAttachment alone(PolicyAttachment policy, PolicyTargetReference target) {
    return new PolicyAttachment(
        policy.metadata(), policy.selector(), policy.targetRef(), List.of(target));
  }
}
