// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindsTest {
  static ImmutableList<Kind<?>> kinds() {
    return Kinds.ALL;
  }

  @Test
  void noTwoKindsHaveOneName() {
    assertThat(Kinds.ALL).extracting(Kind::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundByEachOfItsVersions(Kind<?> kind) {
    assertThat(kind.apiVersions()).isNotEmpty();
    for (String version : kind.apiVersions()) {
      assertThat(Kinds.of(version, kind.name())).isEqualTo(Optional.of(kind));
    }
    assertThat(Kinds.of("example.com/v1", kind.name())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isNotSaidToBeNotTranslated(Kind<?> kind) {
    assertThat(OtherKinds.describe(kind.group() + "/v0", kind.name()).map(Problem::code))
        .isEqualTo(Optional.of(ProblemCode.UNKNOWN_KIND));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void hasAGroupOfIstioKubernetesOrRutter(Kind<?> kind) {
    assertThat(
            ApiGroups.isOurs(kind.group())
                || kind.group().isEmpty()
                || kind.group().endsWith(".k8s.io"))
        .isTrue();
  }
}
