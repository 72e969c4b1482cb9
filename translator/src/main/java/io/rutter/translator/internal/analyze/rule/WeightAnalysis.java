// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Weights of destinations: a weight is a fraction of their sum, and a missing weight means no
 * traffic rather than the remainder.
 */
public final class WeightAnalysis {
  private static final int PERCENT = 100;

  private WeightAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      FindingPlace spec = FindingPlace.spec("VirtualService", virtualService.metadata(), problems);
      for (int i = 0; i < virtualService.http().size(); i++) {
        check(
            virtualService.http().get(i).route().stream().map(d -> d.weight()).toList(),
            spec.at("http").at(i).at("route"));
      }
      for (int i = 0; i < virtualService.tls().size(); i++) {
        check(
            virtualService.tls().get(i).route().stream().map(d -> d.weight()).toList(),
            spec.at("tls").at(i).at("route"));
      }
      for (int i = 0; i < virtualService.tcp().size(); i++) {
        check(
            virtualService.tcp().get(i).route().stream().map(d -> d.weight()).toList(),
            spec.at("tcp").at(i).at("route"));
      }
    }
  }

  private static void check(List<OptionalInt> weights, FindingPlace route) {
    ImmutableList<Integer> missing =
        IntStream.range(0, weights.size())
            .filter(i -> weights.get(i).isEmpty())
            .boxed()
            .collect(toImmutableList());
    if (weights.size() < 2 || missing.size() == weights.size()) {
      return;
    }
    long total = weights.stream().mapToLong(weight -> weight.orElse(0)).sum();
    for (int i : missing) {
      route
          .at(i)
          .warn(
              ProblemCode.MISSING_WEIGHT,
              "no weight, so it gets no traffic (expected: a weight; the others have "
                  + total
                  + ")");
    }
    if (missing.isEmpty() && total != PERCENT && total > 0) {
      route.note(
          ProblemCode.WEIGHT_TOTAL,
          "the weights are shares of " + total + " (expected: 100, if they are percentages)");
    }
  }
}
