// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.fail;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.testdata.reference.Reference;
import io.rutter.translator.Translation;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.platform.commons.logging.LoggerFactory;

/**
 * Random meshes give the same resources as istiod, as far as {@code ../shared/reference} is there.
 * jqwik prints the seed of each run. Each build compares a few meshes, always the same, so that it
 * does not depend on luck; {@code -Drutter.reference=all} asks for {@code -Djqwik.tries.default}
 * new ones.
 *
 * <p>Left out is what docs/differences-from-istio.md lists: what Envoy would refuse of istiod, and
 * what istiod itself answers differently from run to run.
 */
class RandomMeshTest {
  private static final java.util.Optional<Reference> REFERENCE = Reference.find();

  /** The few meshes of each build. */
  private static final String BUILD_SEED = "20260822";

  /** Some of istiod's answers follow the order of a Go map: one of them has to be Rutter's. */
  private static final int RUNS_OF_ISTIOD = 10;

  /** Of the TLS of a server: Rutter has them, Istio 1.31 not yet. */
  private static final Pattern SERVER_CURVES =
      Pattern.compile("(?m)^ +ecdhCurves:\n(?: +- (?:X25519|P-256)\n)+");

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

  @Property(tries = 20, seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void someRoutingEqualsTheReference(@ForAll("routing") String yaml) throws Exception {
    if (!Reference.allWanted()) {
      compare(yaml);
    }
  }

  @Property(tries = 10, seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void someRegistryEqualsTheReference(@ForAll("registry") String yaml) throws Exception {
    if (!Reference.allWanted()) {
      compare(yaml);
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void policiesEqualTheReference(@ForAll("policies") String yaml) throws Exception {
    if (Reference.allWanted()) {
      compare(yaml);
    }
  }

  @Property(tries = 20, seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void somePoliciesEqualTheReference(@ForAll("policies") String yaml) throws Exception {
    if (!Reference.allWanted()) {
      compare(yaml);
    }
  }

  private static void compare(String random) throws IOException, InterruptedException {
    if (REFERENCE.isEmpty()) {
      return;
    }
    String yaml = SERVER_CURVES.matcher(random).replaceAll("");
    Translation translation = Reference.translate(yaml);
    Assume.that(translation.problems().stream().noneMatch(RandomMeshTest::isListedDifference));
    Path work = Files.createTempDirectory("rutter-random");
    String differences = differences(work, yaml, translation);
    for (int i = 1; i < RUNS_OF_ISTIOD && !differences.isEmpty(); i++) {
      differences = differences(work, yaml, translation);
    }
    if (!differences.isEmpty()) {
      fail("input in " + work + ":\n" + differences);
    }
    try (var files = Files.list(work)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(work);
  }

  private static String differences(Path work, String yaml, Translation translation)
      throws IOException, InterruptedException {
    Reference reference = REFERENCE.orElseThrow();
    String differences =
        reference.differences(work, yaml, translation, TranslationOptions.defaults());
    return differences.isEmpty() || reference.isRefusedByEnvoy(work) ? "" : differences;
  }

  /** A check of names of clients without authorities, which Envoy refuses. */
  private static boolean isListedDifference(Problem problem) {
    return problem.code() == ProblemCode.NOT_TRANSLATED
        && problem.message().startsWith("subjectAltNames: ");
  }

  @Provide
  Arbitrary<String> routing() {
    return RandomMesh.ofRouting();
  }

  @Provide
  Arbitrary<String> policies() {
    return RandomMesh.ofPolicies();
  }

  @Provide
  Arbitrary<String> registry() {
    return RandomMesh.ofRegistry();
  }
}
