// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.testdata.GoldenCase;
import io.rutter.testdata.GoldenFiles;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** istiod gives the same resources. Skipped where there is no {@code ../shared/reference}. */
class ReferenceTest {
  private static Optional<Reference> reference = Optional.empty();

  @BeforeAll
  static void find() {
    reference = Reference.find();
    Assumptions.assumeTrue(
        reference.isPresent(),
        "There is no ../shared/reference to compare with, so these tests are skipped");
  }

  /** Takes minutes: only with {@code -Drutter.reference=all}. */
  @GoldenFiles("src/main/resources/cases")
  void goldenCase(GoldenCase golden, @TempDir Path work) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Reference.allWanted(), "only with -Drutter.reference=all");
    String differences =
        reference
            .orElseThrow()
            .differences(work, golden.input(), golden.translate(), golden.options());
    Optional<String> reason = ListedDifferences.reasonOf(golden.name());
    Assumptions.assumeFalse(
        reason.isPresent() && reason.get().startsWith("varies"), "istiod's answers vary");
    if (reason.isPresent()) {
      assertThat(differences).as("a difference because %s", reason.get()).isNotEmpty();
    } else {
      assertThat(differences).isEmpty();
    }
  }

  @Test
  void bookinfo(@TempDir Path work) throws IOException, InterruptedException {
    StringBuilder yaml = new StringBuilder();
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("rutter.root", "..")).resolve("examples/bookinfo"))) {
      for (Path file : files.sorted().toList()) {
        yaml.append(Files.readString(file)).append("\n---\n");
      }
    }

    assertThat(
            reference
                .orElseThrow()
                .differences(
                    work,
                    yaml.toString(),
                    Reference.translate(yaml.toString()),
                    TranslationOptions.defaults()))
        .isEmpty();
  }
}
