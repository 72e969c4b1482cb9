// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import java.util.List;

/**
 * Policies that nobody looks at, because no workload that they apply to lets its proxy have the
 * traffic: without redirection only the listeners of a Sidecar's {@code ingress} have policies.
 * Istio document: Sidecar, {@code captureMode}.
 */
final class EnforcementAnalysis {
  private EnforcementAnalysis() {}

  static void check(List<AttachedPolicy> policies, PolicyWorkloads workloads) {
    for (AttachedPolicy policy : policies) {
      ImmutableList<KnownWorkload> selected = workloads.of(policy.attachment());
      if (workloads.isComplete(policy.attachment())
          && selected.stream().allMatch(KnownWorkload::isWithoutListeners)) {
        policy
            .spec()
            .warn(
                ProblemCode.NOT_ENFORCED,
                "the proxies that it applies to get no inbound traffic, as their interception mode"
                    + " is NONE (expected: ingress listeners in a Sidecar for them, or another"
                    + " mode)");
      }
    }
  }
}
