// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code rutter analyze}: all problems of a mesh, in the order of the input. */
class AnalyzeTest {
  private static final String MESH =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews}
      spec: {ports: [{name: http, port: 80}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: reviews}
      spec:
        hosts: [reviews]
        http:
        - timeOut: 1s
          route: [{destination: {host: nowhere}}]
      """;

  @Test
  void printsProblemsOfTheInputAndOfTheMeshInOrder() {
    CommandRun run = rutterOn(MESH, "analyze", "-");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("<stdin>:12:5: warning: ").endsWith("]"),
            line ->
                assertThat(line).startsWith("<stdin>:13:34: error: ").contains("[unknown-host"));
  }

  @Test
  void printsJsonAndWorkflowCommands() {
    assertThat(rutterOn(MESH, "analyze", "--format", "json", "-").out())
        .contains("\"code\": \"unknown-host\"", "\"line\": 13");
    assertThat(rutterOn(MESH, "analyze", "--format", "github", "-").out())
        .contains("::error file=<stdin>,line=13,col=34,title=unknown-host::");
  }

  @Test
  void aGoodMeshPrintsNothing() {
    CommandRun run =
        rutterOn(MESH.replace("timeOut", "timeout").replace("nowhere", "reviews"), "analyze", "-");
    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
  }
}
