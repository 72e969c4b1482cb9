// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.destinationrule.RegionFailover;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.ProblemCode;

/** Checks where traffic goes when a region fails. */
final class FailoverRules {
  private static final ImmutableSet<String> TOPOLOGY =
      ImmutableSet.of(
          "topology.kubernetes.io/region",
          "topology.kubernetes.io/zone",
          "topology.istio.io/subzone");

  private FailoverRules() {}

  static boolean isTopologyLabel(String label) {
    return TOPOLOGY.contains(label);
  }

  static void checkOutlierDetection(
      ImmutableList<RegionFailover> failovers,
      ImmutableList<String> priorities,
      boolean hasOutlierDetection,
      Findings at) {
    if ((!failovers.isEmpty() || !priorities.isEmpty()) && !hasOutlierDetection) {
      at.warn(
          ProblemCode.NOT_TRANSLATED,
          "failover without outlierDetection never happens (expected: both)");
    }
  }

  static void check(ImmutableList<RegionFailover> failovers, Findings at) {
    for (int i = 0; i < failovers.size(); i++) {
      String from = failovers.get(i).from().orElse("");
      String to = failovers.get(i).to().orElse("");
      if (from.equals(to)) {
        at.at(i).invalid("failover from \"" + from + "\" to itself (expected: another region)");
      }
      if ((from + to).contains("/") || (from + to).contains("*")) {
        at.at(i).invalid("failover: \"" + from + "\" to \"" + to + "\" (expected: regions)");
      }
    }
  }
}
