// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import org.junit.jupiter.api.Test;

/** A policy whose provider nobody can ask is told of whether the mesh has proxies or not. */
class UnknownAuthorizersTest {
  private static final String POLICY =
      """
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: %s, namespace: shop}
      spec: {action: CUSTOM, provider: {name: %s}, rules: [{}]}
      ---
      """;

  private static final String PROVIDER =
      """
      apiVersion: rutter.io/v1
      kind: MeshConfig
      metadata: {name: mesh}
      spec:
        extensionProviders:
        - name: asked
          envoyExtAuthzGrpc: {service: authz.example.com, port: 9000}
      ---
      """;

  private static final String SERVICE =
      """
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata: {name: authz, namespace: shop}
      spec:
        hosts: [authz.example.com]
        ports: [{number: 9000, name: grpc, protocol: GRPC}]
        resolution: DNS
      ---
      """;

  @Test
  void withoutAnyProxy() {
    CompiledMesh mesh =
        compile(
            PROVIDER + SERVICE + POLICY.formatted("a", "absent") + POLICY.formatted("b", "asked"));

    assertThat(mesh.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_PROVIDER);
              assertThat(problem.object().orElseThrow().name()).isEqualTo("a");
              assertThat(problem.path()).isEqualTo("spec.provider.name");
            });
  }

  @Test
  void afterAChange() {
    CompiledMesh before = compile(PROVIDER + SERVICE + POLICY.formatted("a", "asked"));
    CompiledMesh after = before.with(snapshotOf(PROVIDER + POLICY.formatted("a", "asked")));

    assertThat(before.problems()).isEmpty();
    assertThat(after.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.UNKNOWN_PROVIDER);
  }

  private static CompiledMesh compile(String yaml) {
    return Translator.create().compile(snapshotOf(yaml));
  }

  private static MeshSnapshot snapshotOf(String yaml) {
    return YamlLoader.create().load(YamlSource.text("mesh", yaml)).snapshot();
  }
}
