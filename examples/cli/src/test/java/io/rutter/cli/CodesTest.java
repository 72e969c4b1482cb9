// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code rutter codes}: what {@code docs/problems.md} says. */
class CodesTest {
  @Test
  void listsAllCodes() {
    CommandRun run = rutter("codes");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines()).hasSize(ProblemCode.values().length);
    assertThat(run.out())
        .contains("unknown-field              There is no such field; it is ignored.\n");
  }

  @ParameterizedTest
  @EnumSource
  void explainsEachCode(ProblemCode code) {
    CommandRun run = rutter("codes", code.id());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith(code.id() + "\n\n")
        .contains("\n    ") // An example.
        .doesNotContain("```", "](", "\n#");
  }

  @Test
  void aCodeThatThereIsNotIsWrongUsage() {
    CommandRun run = rutter("codes", "unknown-field", "unknown-hots");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("unknown-hots (expected: unknown-host)");
  }
}
