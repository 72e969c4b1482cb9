// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.EnvoyJsonException;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.inspect.calltest.CallTestRunner;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoadException;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Envoys that calls go to: those of a mesh, or one that other software configured. */
final class SimulatedProxies {
  private final Optional<EnvoyResources> envoy;
  private final Optional<Mesh> mesh;

  private SimulatedProxies(Optional<EnvoyResources> envoy, Optional<Mesh> mesh) {
    this.envoy = envoy;
    this.mesh = mesh;
  }

  /**
   * A mesh.
   *
   * @param input what was read
   * @param compiled what was made of it
   * @param failures the problems that fail the command
   */
  private record Mesh(LoadResult input, CompiledMesh compiled, ImmutableList<Problem> failures) {}

  /** The proxies of a mesh; its problems are printed. */
  static SimulatedProxies ofMesh(LoadResult input, ProblemRules rules, PrintWriter err) {
    CompiledMesh compiled = Translator.create().compile(input.snapshot());
    JudgedProblems judged = rules.judge(input.problems(), input);
    judged.print(err);
    return new SimulatedProxies(
        Optional.empty(), Optional.of(new Mesh(input, compiled, judged.failures())));
  }

  /** An Envoy's configuration in a file. */
  static SimulatedProxies ofEnvoy(Path file, String proxy) {
    try {
      String text = EnvoyFile.read(file);
      String json =
          text.stripLeading().startsWith("{")
              ? text
              : YamlToJson.convert(YamlSource.text(file.toString(), text));
      return new SimulatedProxies(Optional.of(EnvoyResources.parse(json, proxy)), Optional.empty());
    } catch (EnvoyJsonException | YamlLoadException e) {
      throw new InputException("--resources: " + file + ": " + e.getMessage());
    }
  }

  /** The problems of the input. */
  List<Problem> problems() {
    return mesh.map(known -> known.input().problems()).orElse(ImmutableList.of());
  }

  /** The problems of the input that fail the command. */
  ImmutableList<Problem> failures() {
    return mesh.map(Mesh::failures).orElse(ImmutableList.of());
  }

  /** Whether the input has problems that fail the command. */
  boolean isFailed() {
    return !failures().isEmpty();
  }

  /** The proxy of this name, or the only one. */
  Simulator find(Optional<String> name) {
    name.ifPresent(ProxyNames::check);
    if (mesh.isEmpty()) {
      return Simulator.of(envoy.orElseThrow());
    }
    Proxy found = ProxyNames.choose(mesh.get().input(), name);
    return Simulator.of(mesh.get().compiled().translate(found))
        .withSources(mesh.get().input().sources());
  }

  /** What these tests covered of the mesh. */
  CallCoverage coverage(List<CallTestResult> results) {
    Mesh known = mesh.orElseThrow();
    return CallCoverage.of(known.input().snapshot(), known.input().sources(), results);
  }

  /** Runs tests on these. */
  CallTestRunner runner(Optional<String> proxy, Optional<String> routes) {
    CallTestRunner runner =
        mesh.isPresent()
            ? CallTestRunner.of(mesh.get().compiled(), mesh.get().input().sources())
            : CallTestRunner.of(envoy.orElseThrow());
    proxy.ifPresent(ProxyNames::check);
    CallTestRunner withProxy = proxy.map(runner::withDefaultProxy).orElse(runner);
    return routes.map(withProxy::withRouteConfiguration).orElse(withProxy);
  }
}
