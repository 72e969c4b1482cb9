// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.Simulator;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.testdata.random.RandomWholeMesh;
import io.rutter.translator.CompiledMesh;
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
 * route. jqwik prints the seed.
 */
class UnreachableRulesTest {
  private static final ImmutableList<Call> CALLS = calls();

  private static ImmutableList<Call> calls() {
    ImmutableList.Builder<Call> calls = ImmutableList.builder();
    for (String path : List.of("/", "/a/b", "/a/1", "/A", "/login", "/q?q=v1")) {
      for (String header : List.of("x-none", "x-user", "x-b")) {
        for (String method : List.of("GET", "POST")) {
          Call call = Call.builder().path(path).method(method).header(header, "v1").build();
          for (String host : List.of("a.example.com", "b.example.com", "other.org")) {
            calls.add(call.toBuilder().mode(CallMode.GATEWAY).port(8080).host(host).build());
          }
          for (String host : List.of("reviews", "ratings", "details.other")) {
            calls.add(
                call.toBuilder().mode(CallMode.OUTBOUND).port(9080).host(host + ":9080").build());
            calls.add(call.toBuilder().mode(CallMode.OUTBOUND).port(80).host(host).build());
          }
        }
      }
    }
    return calls.build();
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void noCallTakesAnUnreachableRule(@ForAll("meshes") String yaml) {
    LoadResult input = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
    MeshSnapshot mesh = input.snapshot();
    for (Problem problem : input.problems()) {
      if (problem.code() == ProblemCode.UNREACHABLE
          && problem.path().matches("spec\\.http\\[\\d+](\\.match\\[\\d+])?")) {
        assertSame(mesh, without(mesh, problem), problem);
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

  private static void assertSame(MeshSnapshot mesh, MeshSnapshot changed, Problem problem) {
    CompiledMesh before = Translator.create().compile(mesh);
    CompiledMesh after = Translator.create().compile(changed);
    for (Proxy proxy : mesh.proxies()) {
      Simulator one = Simulator.of(before.translate(proxy));
      Simulator other = Simulator.of(after.translate(proxy));
      for (Call call : CALLS) {
        assertThat(other.call(call).routeMessage())
            .as("%s, %s", problem, call)
            .isEqualTo(one.call(call).routeMessage());
      }
    }
  }

  @Provide
  Arbitrary<String> meshes() {
    return RandomWholeMesh.yaml();
  }
}
