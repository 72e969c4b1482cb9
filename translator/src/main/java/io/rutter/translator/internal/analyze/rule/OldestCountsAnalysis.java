// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.HashMap;
import java.util.Map;

/**
 * Sidecars and PeerAuthentications for a whole namespace, of which the oldest counts and the others
 * do nothing; PeerAuthentications for workloads of the root namespace, which do nothing either.
 */
public final class OldestCountsAnalysis {
  private OldestCountsAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    check(
        "Sidecar",
        mesh.snapshot().sidecars().stream()
            .filter(sidecar -> sidecar.workloadSelector().isEmpty())
            .map(Sidecar::metadata)
            .collect(toImmutableList()),
        problems);
    check(
        "PeerAuthentication",
        mesh.snapshot().peerAuthentications().stream()
            .filter(policy -> !hasLabels(policy))
            .map(PeerAuthentication::metadata)
            .collect(toImmutableList()),
        problems);
    for (PeerAuthentication policy : mesh.snapshot().peerAuthentications()) {
      if (hasLabels(policy)
          && policy.metadata().namespace().equals(mesh.settings().rootNamespace())) {
        FindingPlace.spec("PeerAuthentication", policy.metadata(), problems)
            .at("selector")
            .warn(
                ProblemCode.NOT_TRANSLATED,
                "no effect in the root namespace "
                    + policy.metadata().namespace()
                    + " (expected: no selector, or the namespace of the workloads)");
      }
    }
  }

  private static boolean hasLabels(PeerAuthentication policy) {
    return policy.selector().map(WorkloadSelector::labels).filter(l -> !l.isEmpty()).isPresent();
  }

  private static void check(String kind, ImmutableList<ObjectMeta> all, ProblemSink problems) {
    Map<String, ObjectMeta> oldest = new HashMap<>();
    for (ObjectMeta metadata : ImmutableList.sortedCopyOf(Age.BY_AGE, all)) {
      ObjectMeta first = oldest.putIfAbsent(metadata.namespace(), metadata);
      if (first != null) {
        FindingPlace.spec(kind, metadata, problems)
            .warn(
                ProblemCode.CONFLICT,
                "never used (expected: a selector, or no "
                    + ConfigKey.of(kind, first)
                    + ", which is older and counts for the namespace)");
      }
    }
  }
}
