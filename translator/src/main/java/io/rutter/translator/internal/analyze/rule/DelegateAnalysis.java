// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;

/**
 * Delegates that no VirtualService refers to, not even an invalid one. References to missing
 * delegates are reported elsewhere.
 */
public final class DelegateAnalysis {
  private static final String KIND = "VirtualService";

  private DelegateAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    ImmutableSet<ConfigKey> referred =
        mesh.virtualServices().declared().stream()
            .filter(root -> !root.hosts().isEmpty())
            .flatMap(
                root ->
                    root.http().stream()
                        .flatMap(rule -> rule.delegate().stream())
                        .map(
                            delegate ->
                                new ConfigKey(
                                    KIND,
                                    delegate.namespace().orElse(root.metadata().namespace()),
                                    delegate.name().orElse(""))))
            .collect(toImmutableSet());
    InactiveObjects inactive = InactiveObjects.of(mesh.snapshot());
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      FindingPlace spec = FindingPlace.spec(KIND, virtualService.metadata(), problems);
      if (virtualService.hosts().isEmpty()
          && !referred.contains(spec.object())
          && !inactive.mayName(virtualService.metadata().name())) {
        spec.warn(
            ProblemCode.UNREACHABLE,
            "no hosts and no VirtualService that delegates to it (expected: one of both)");
      }
    }
  }
}
