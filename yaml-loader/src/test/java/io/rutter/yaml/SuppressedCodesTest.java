// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/** The annotation {@code rutter.io/suppress}. */
class SuppressedCodesTest {
  @Test
  void holdsForTheObjectAndWhatIsMadeOfIt() {
    LoadResult result =
        load(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: web, annotations: {rutter.io/suppress: "unused-endpoints,, conflict "}}
            spec: {ports: [{port: 80}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: refused, annotations: {rutter.io/suppress: missing-field}}
            spec: {hosts: [web]}
            """);

    assertThat(result.suppressedCodes().get(new ConfigKey("Service", "default", "web")))
        .containsExactly(ProblemCode.UNUSED_ENDPOINTS, ProblemCode.CONFLICT);
    assertThat(
            result
                .suppressedCodes()
                .get(new ConfigKey("ServiceEndpoints", "default", "web.default.svc.cluster.local")))
        .containsExactly(ProblemCode.UNUSED_ENDPOINTS, ProblemCode.CONFLICT);
    assertThat(result.suppressedCodes().get(new ConfigKey("VirtualService", "default", "refused")))
        .containsExactly(ProblemCode.MISSING_FIELD);
    assertThat(result.problems()).extracting(Problem::code).contains(ProblemCode.MISSING_FIELD);
  }

  @Test
  void aCodeThatThereIsNotIsReportedWhereItStands() {
    LoadResult result =
        load(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop
              annotations:
                rutter.io/suppress: conflict, conflicts, no such code
            """);

    assertThat(result.problems())
        .hasSize(2)
        .allSatisfy(problem -> assertThat(problem.location().orElseThrow()).hasToString("a:6:25"))
        .anySatisfy(
            problem ->
                assertThat(problem.message()).isEqualTo("\"conflicts\" (expected: conflict)"))
        .anySatisfy(
            problem -> assertThat(problem.message()).contains("expected: one of conflict,"));
    assertThat(result.hasErrors()).isFalse();
  }

  private static LoadResult load(String text) {
    return YamlLoader.create().load(YamlSource.text("a", text));
  }
}
