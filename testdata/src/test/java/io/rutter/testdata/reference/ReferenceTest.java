// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.junit.GoldenCase;
import io.rutter.junit.GoldenFiles;
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
  /** How often istiod is asked where its answers vary: one of them has to be Rutter's. */
  private static final int MOST_ANSWERS = 40;

  private static Optional<Reference> reference = Optional.empty();

  @BeforeAll
  static void find() {
    reference = Reference.find();
    Assumptions.assumeTrue(
        reference.isPresent(),
        "There is no ../shared/reference to compare with, so these tests are skipped");
  }

  /** Takes minutes: only with {@code -Drutter.reference=all}. */
  @GoldenFiles("src/test/resources/cases")
  void goldenCase(GoldenCase golden, @TempDir Path work) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Reference.allWanted(), "only with -Drutter.reference=all");
    Optional<String> reason = ListedDifferences.reasonOf(golden.name());
    boolean varies = reason.filter(text -> text.startsWith("varies")).isPresent();
    String differences = differences(golden, work);
    for (int i = 1; varies && !differences.isEmpty() && i < MOST_ANSWERS; i++) {
      differences = differences(golden, work);
    }
    if (reason.isPresent() && !varies) {
      assertThat(differences).as("a difference because %s", reason.get()).isNotEmpty();
    } else {
      assertThat(differences).isEmpty();
    }
  }

  private static String differences(GoldenCase golden, Path work)
      throws IOException, InterruptedException {
    return reference
        .orElseThrow()
        .differences(
            work,
            Files.readString(golden.folder().resolve("input.yaml")),
            golden.translate(),
            golden.options());
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
