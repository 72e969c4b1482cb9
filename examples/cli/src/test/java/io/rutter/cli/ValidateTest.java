// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code rutter validate}: the problems on standard output, and the exit status. */
class ValidateTest {
  private static final String BAD =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: a}
      spec:
        hosts: [a]
        http:
        - timeout: 0s
          route: [{destination: {host: "100%"}}]
      """;

  @Test
  void printsLikeACompiler() {
    CommandRun run = rutterOn(BAD, "validate", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("<stdin>:7:14: error: VirtualService/default/a: spec.http[0].timeout: ")
        .contains("<stdin>:8:")
        .contains(" [invalid-value]");
  }

  @Test
  void printsJson() {
    assertThat(rutterOn(BAD, "validate", "--format", "json", "-").out())
        .startsWith("[")
        .contains("\"severity\": \"error\"", "\"line\": 7", "\"column\": 14");
  }

  @Test
  void printsWorkflowCommands() {
    assertThat(rutterOn(BAD, "validate", "--format", "github", "-").out())
        .contains("::error file=<stdin>,line=7,col=14,title=invalid-value::spec.http[0].timeout: ")
        .contains("100%25");
  }

  @Test
  void aGoodDocumentPrintsNothing() {
    CommandRun run =
        rutterOn(BAD.replace("0s", "1s").replace("100%", "b"), "validate", "--notes", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
  }
}
