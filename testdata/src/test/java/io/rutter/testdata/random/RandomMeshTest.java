// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.testdata.reference.Reference;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.platform.commons.logging.LoggerFactory;

/**
 * Random meshes give the same resources as istiod, as far as {@code ../shared/reference} is there.
 * jqwik prints the seed of each run. A few meshes are enough for each build; {@code
 * -Drutter.reference=all} asks for {@code -Djqwik.tries.default} of them.
 */
class RandomMeshTest {
  private static final java.util.Optional<Reference> REFERENCE = Reference.find();

  static {
    if (REFERENCE.isEmpty()) {
      LoggerFactory.getLogger(RandomMeshTest.class)
          .warn(() -> "skipped: the reference is not on this machine");
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void routingEqualsTheReference(@ForAll("routing") String yaml) throws Exception {
    if (Reference.allWanted()) {
      compare(yaml);
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void registryEqualsTheReference(@ForAll("registry") String yaml) throws Exception {
    if (Reference.allWanted()) {
      compare(yaml);
    }
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void someRoutingEqualsTheReference(@ForAll("routing") String yaml) throws Exception {
    if (!Reference.allWanted()) {
      compare(yaml);
    }
  }

  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void someRegistryEqualsTheReference(@ForAll("registry") String yaml) throws Exception {
    if (!Reference.allWanted()) {
      compare(yaml);
    }
  }

  private static void compare(String yaml) throws IOException, InterruptedException {
    if (REFERENCE.isEmpty()) {
      return;
    }
    Translation translation = Reference.translate(yaml);
    Assume.that(translation.problems().stream().noneMatch(RandomMeshTest::isListedDifference));
    Path work = Files.createTempDirectory("rutter-random");
    assertThat(REFERENCE.get().differences(work, yaml, translation, TranslationOptions.defaults()))
        .as("input in %s", work)
        .isEmpty();
    try (var files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(work);
  }

  /**
   * What Envoy would refuse, says docs/differences-from-istio.md: filter chains that it could not
   * tell apart, and names of clients that are asked for no certificate.
   */
  private static boolean isListedDifference(Problem problem) {
    return problem.message().startsWith("TLS server name: ")
        || problem.message().startsWith("connections: by address only ")
        || (problem.code() == ProblemCode.CONFLICT && problem.message().startsWith("hosts: "))
        || (problem.code() == ProblemCode.NOT_TRANSLATED
            && problem.message().startsWith("subjectAltNames: "));
  }

  @Provide
  Arbitrary<String> routing() {
    return RandomMesh.ofRouting();
  }

  @Provide
  Arbitrary<String> registry() {
    return RandomMesh.ofRegistry();
  }
}
