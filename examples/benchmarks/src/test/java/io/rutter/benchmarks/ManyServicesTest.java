// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyServicesTest {
  @Test
  void theMeshIsValidAndAsLargeAsAskedFor() {
    String yaml = new ManyServices(60, 3).text();

    LoadResult mesh = YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml)));
    XdsResources resources =
        Translator.create().compile(mesh.snapshot()).translate(mesh.snapshot().proxies().get(0));

    assertThat(mesh.problems()).isEmpty();
    assertThat(resources.problems()).isEmpty();
    assertThat(mesh.snapshot().services()).hasSize(60);
    assertThat(resources.endpoints())
        .filteredOn(assignment -> !assignment.getClusterName().contains("|v"))
        .hasSize(60)
        .allSatisfy(
            assignment ->
                assertThat(assignment.getEndpointsList())
                    .flatExtracting(locality -> locality.getLbEndpointsList())
                    .hasSize(3));
  }

  @Test
  void theSameShapeGivesTheSameText() {
    assertThat(new ManyServices(30, 2).text()).isEqualTo(new ManyServices(30, 2).text());
  }
}
