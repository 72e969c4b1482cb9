// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.testdata.random.RandomWholeMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * A rule that is called unreachable takes no call: without it every simulated call takes the same
 * route. Each build looks at the same meshes.
 */
class UnreachableRulesTest {
  @Property(seed = "20260822", shrinking = ShrinkingMode.OFF)
  void noCallTakesAnUnreachableRule(@ForAll("meshes") String yaml) {
    LoadResult input = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
    MeshSnapshot mesh = input.snapshot();
    List<Problem> problems = new ArrayList<>(input.problems());
    problems.addAll(Translator.create().compile(mesh).analyze());
    for (Problem problem : problems) {
      if (problem.code() == ProblemCode.UNREACHABLE
          && problem.path().matches("spec\\.http\\[\\d+](\\.match\\[\\d+])?")) {
        assertThat(SimulatedCalls.differing(mesh, without(mesh, problem)))
            .as("%s", problem)
            .isEmpty();
      }
    }
  }

  private static MeshSnapshot without(MeshSnapshot mesh, Problem problem) {
    List<Integer> at = FindingPath.of(problem.path()).indexes();
    return WithoutFinding.changed(
        mesh,
        problem.object().orElseThrow(),
        value ->
            value.flatMap(
                v ->
                    at.size() == 1
                        ? withoutRule(v, at.get(0))
                        : WithoutFinding.match(v, at.get(0), at.get(1))));
  }

  private static Optional<VirtualService> withoutRule(VirtualService value, int rule) {
    List<HttpRoute> rules = new ArrayList<>(WithoutFinding.without(value.http(), rule));
    return Optional.of(value.toBuilder().http(rules).build());
  }

  @Provide
  Arbitrary<String> meshes() {
    return RandomWholeMesh.yaml();
  }
}
