// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.testdata.random.RandomWholeMesh;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * What analysis says of random meshes is so: what it calls unknown has no cluster, and what it
 * calls unused can be taken out without a change for any proxy. Each build looks at the same
 * meshes, so that it does not depend on luck; {@code -Drutter.meshes=new} asks for {@code
 * -Djqwik.tries.default} new ones, whose seed jqwik prints.
 */
class FindingsAreTrueTest {
  private static final String BUILD_SEED = "20260822";

  private static final String SHARED = "meshes with a shared certificate";

  private static final boolean WANTS_NEW_MESHES =
      System.getProperty("rutter.meshes", "").equals("new");

  @Property(seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void findingsAreTrue(@ForAll("meshes") String yaml) {
    checkFindings(yaml);
    // Rare, and in vain if no mesh has it.
    Statistics.label(SHARED).coverage(coverage -> coverage.check(true).count(n -> n > 0));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void findingsOfNewMeshesAreTrue(@ForAll("meshes") String yaml) {
    if (WANTS_NEW_MESHES) {
      checkFindings(yaml);
    }
  }

  /** Whatever a proxy of the mesh would be sent to and does not have is spoken of. */
  @Property(seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void noMissingClusterIsPassedOver(@ForAll("meshes") String yaml) {
    checkMissingClusters(yaml);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void noMissingClusterOfNewMeshesIsPassedOver(@ForAll("meshes") String yaml) {
    if (WANTS_NEW_MESHES) {
      checkMissingClusters(yaml);
    }
  }

  private static void checkFindings(String yaml) {
    TranslatedProxies translated =
        TranslatedProxies.of(
            YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot());
    FindingClaims claims = new FindingClaims(translated);
    ImmutableList<Problem> findings = translated.mesh().analyze();
    Statistics.label(SHARED)
        .collect(
            findings.stream().anyMatch(finding -> finding.code() == ProblemCode.SHARED_CREDENTIAL));
    assertThat(findings).filteredOn(finding -> !claims.hold(finding)).isEmpty();
  }

  private static void checkMissingClusters(String yaml) {
    TranslatedProxies translated =
        TranslatedProxies.of(
            YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot());
    ImmutableList<Problem> findings = translated.mesh().analyze();
    for (XdsResources resources : translated.resources()) {
      if (translated.snapshot().proxies().contains(resources.proxy())) {
        assertThat(NamedClusters.missingOnOtherPorts(resources))
            .filteredOn(missing -> !isSpokenOf(missing, findings, translated.snapshot()))
            .as("%s", findings.stream().map(Problem::toString).collect(joining("\n")))
            .isEmpty();
      }
    }
  }

  /** By its host, by its subset, or as an entry of the host that selects nothing. */
  private static boolean isSpokenOf(
      NamedClusters.Missing missing, ImmutableList<Problem> findings, MeshSnapshot mesh) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.message().contains(missing.host())
                    || (!missing.subset().isEmpty()
                        && finding.message().contains("subset: " + missing.subset() + " "))
                    || (finding.code() == ProblemCode.SELECTS_NOTHING
                        && hosts(mesh, finding).contains(missing.host())));
  }

  private static ImmutableList<String> hosts(MeshSnapshot mesh, Problem finding) {
    return mesh.serviceEntries().stream()
        .filter(
            entry ->
                finding
                    .object()
                    .equals(Optional.of(ConfigKey.of("ServiceEntry", entry.metadata()))))
        .flatMap(entry -> entry.hosts().stream())
        .collect(toImmutableList());
  }

  @Provide
  Arbitrary<String> meshes() {
    return RandomWholeMesh.yaml();
  }
}
