// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Endpoint;
import io.rutter.translator.internal.resolve.LabelSelectors;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.stream.Collectors;

/** Subsets without endpoints, of services that have some: requests to them are answered 503. */
final class SubsetAnalysis {
  private SubsetAnalysis() {}

  static void run(MeshIndex mesh, ProblemSink problems) {
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      ImmutableList<Endpoint> endpoints =
          DestinationRuleAnalysis.servicesOf(mesh, rule).stream()
              .flatMap(service -> mesh.endpoints().endpoints(service).stream())
              .collect(ImmutableList.toImmutableList());
      if (endpoints.isEmpty()) {
        continue;
      }
      Place spec = Place.spec("DestinationRule", rule.metadata(), problems);
      for (int i = 0; i < rule.subsets().size(); i++) {
        Subset subset = rule.subsets().get(i);
        if (endpoints.stream()
            .noneMatch(e -> LabelSelectors.selects(subset.labels(), e.labels()))) {
          spec.at("subsets")
              .at(i)
              .at("labels")
              .warn(
                  ProblemCode.SELECTS_NOTHING,
                  "labels: "
                      + describe(subset)
                      + " (expected: labels that an endpoint of "
                      + rule.host()
                      + " has)");
        }
      }
    }
  }

  private static String describe(Subset subset) {
    return subset.labels().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(", "));
  }
}
