// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kinds that a store says it knows are those that it knows. */
class ObjectKindTest {
  private static ImmutableList<Problem> problems(ObjectKind kind, String version) {
    ObjectStore store = ObjectStore.create();
    store.apply(
        Map.of(
            "apiVersion",
            kind.group().isEmpty() ? version : kind.group() + "/" + version,
            "kind",
            kind.name(),
            "metadata",
            Map.of("name", "a")));
    return store.snapshot().problems().values().asList();
  }

  @Test
  void eachVersionIsRead() {
    for (ObjectKind kind : ObjectStore.kinds()) {
      for (String version : kind.versions()) {
        assertThat(problems(kind, version))
            .as("%s %s", kind, version)
            .extracting(Problem::code)
            .doesNotContain(ProblemCode.UNKNOWN_KIND, ProblemCode.IGNORED_KIND);
      }
    }
  }

  @Test
  void ofTheOthersItWarns() {
    assertThat(ObjectStore.kinds())
        .filteredOn(kind -> kind.versions().isEmpty())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            kind ->
                assertThat(problems(kind, "v1"))
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.NOT_TRANSLATED));
  }
}
