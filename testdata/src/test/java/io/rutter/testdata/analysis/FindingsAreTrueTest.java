// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.testdata.random.RandomWholeMesh;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * What analysis says of random meshes is so: what it calls unknown has no cluster, and what it
 * calls unused can be taken out without a change for any proxy. Each build looks at the same
 * meshes, so that it does not depend on luck; {@code -Drutter.meshes=new} asks for {@code
 * -Djqwik.tries.default} new ones, whose seed jqwik prints.
 */
class FindingsAreTrueTest {
  private static final String BUILD_SEED = "20260822";

  private static final boolean WANTS_NEW_MESHES =
      System.getProperty("rutter.meshes", "").equals("new");

  @Property(seed = BUILD_SEED, shrinking = ShrinkingMode.OFF)
  void findingsAreTrue(@ForAll("meshes") String yaml) {
    checkFindings(yaml);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void findingsOfNewMeshesAreTrue(@ForAll("meshes") String yaml) {
    if (WANTS_NEW_MESHES) {
      checkFindings(yaml);
    }
  }

  /**
   * Whatever a proxy of the mesh would be sent to and does not have is spoken of. Not in each
   * build: a subset of a DNS service whose labels no endpoint has is passed over still.
   */
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
    assertThat(translated.mesh().analyze()).filteredOn(finding -> !claims.hold(finding)).isEmpty();
  }

  private static void checkMissingClusters(String yaml) {
    TranslatedProxies translated =
        TranslatedProxies.of(
            YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot());
    String findings =
        translated.mesh().analyze().stream().map(Problem::toString).collect(joining("\n"));
    for (XdsResources resources : translated.resources()) {
      if (translated.snapshot().proxies().contains(resources.proxy())) {
        assertThat(NamedClusters.missingOnOtherPorts(resources))
            .filteredOn(missing -> !isSpokenOf(missing, findings))
            .as("%s", findings)
            .isEmpty();
      }
    }
  }

  private static boolean isSpokenOf(NamedClusters.Missing missing, String findings) {
    return findings.contains(missing.host())
        // Which names the entry whose host this is, and what it selects.
        || (missing.host().equals("gone.example.com") && findings.contains("selector: app=gone "))
        || (!missing.subset().isEmpty() && findings.contains("subset: " + missing.subset()));
  }

  @Provide
  Arbitrary<String> meshes() {
    return RandomWholeMesh.yaml();
  }
}
