// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.testdata.random.RandomPolicyMesh;
import io.rutter.translator.Translator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * What analysis says of the policies of random meshes is so: what never matches can be exchanged
 * for what nobody sends, what is denied anyway is denied, for some hundred requests. As with {@link
 * FindingsAreTrueTest}, {@code -Drutter.meshes=new} asks for new meshes.
 */
class PolicyFindingsAreTrueTest {
  private static final String BUILD_SEED = "20261130";

  private static final ImmutableSet<ProblemCode> SOUGHT =
      ImmutableSet.of(
          ProblemCode.NEVER_MATCHES,
          ProblemCode.DENIED_ANYWAY,
          ProblemCode.LOST_ON_TCP,
          ProblemCode.SELECTS_NOTHING,
          ProblemCode.NO_REQUEST_AUTHENTICATION);

  private static final boolean WANTS_NEW_MESHES =
      System.getProperty("rutter.meshes", "").equals("new");

  @Property(seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void findingsAreTrue(@ForAll("meshes") String yaml) {
    check(yaml);
    // In vain if no mesh has one.
    for (ProblemCode code : SOUGHT) {
      Statistics.label(code.id()).coverage(coverage -> coverage.check(true).count(n -> n > 0));
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void findingsOfNewMeshesAreTrue(@ForAll("meshes") String yaml) {
    if (WANTS_NEW_MESHES) {
      check(yaml);
    }
  }

  private static void check(String yaml) {
    PolicyClaims claims = new PolicyClaims(yaml);
    ImmutableList<Problem> findings =
        Translator.create().compile(claims.snapshot()).analyze().stream()
            .filter(PolicyFindingsAreTrueTest::isOfPolicy)
            .collect(ImmutableList.toImmutableList());
    for (ProblemCode code : SOUGHT) {
      Statistics.label(code.id())
          .collect(findings.stream().anyMatch(finding -> finding.code() == code));
    }
    assertThat(findings).filteredOn(finding -> !claims.hold(finding)).isEmpty();
  }

  private static boolean isOfPolicy(Problem finding) {
    return finding
        .object()
        .filter(
            key ->
                key.kind().equals("AuthorizationPolicy")
                    || key.kind().equals("RequestAuthentication"))
        .isPresent();
  }

  @Provide
  Arbitrary<String> meshes() {
    return RandomPolicyMesh.yaml();
  }
}
