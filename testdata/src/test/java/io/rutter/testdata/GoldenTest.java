// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.junit.GoldenCase;
import io.rutter.junit.GoldenFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The corpus: what each case is translated to. */
class GoldenTest {
  private static final String CASES = "src/test/resources/cases";

  @GoldenFiles(CASES)
  void translatesAsExpected(GoldenCase golden) {
    assertThat(golden.inputs())
        .as("%s: the mesh, which other tests read", golden.name())
        .containsExactly(golden.folder().resolve("input.yaml"));
    assertThat(golden.description()).as("%s: what it shows", golden.name()).isNotEmpty();

    golden.verify();
  }

  /** Else it would not be checked. */
  @Test
  void casesAreListed() {
    assertThat(Path.of(CASES, "cases.txt")).isNotEmptyFile();
  }
}
