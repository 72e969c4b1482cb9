// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.inspect.CallDescription;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.Simulator;
import io.rutter.meshincode.ServiceCatalogue.Instance;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import org.junit.jupiter.api.Test;

class CatalogueMeshTest {
  private final CompiledMesh mesh =
      Translator.create().compile(CatalogueMesh.of(catalogue().services(), 8080));
  private final Simulator edge = Simulator.of(mesh.translate(CatalogueMesh.EDGE));

  private static ServiceCatalogue catalogue() {
    ServiceCatalogue catalogue = new ServiceCatalogue();
    catalogue.put(
        "reviews", new Instance("10.0.0.11", 8080, "v1"), new Instance("10.0.0.12", 8080, "v2"));
    return catalogue;
  }

  @Test
  void theMeshHasNoProblems() {
    assertThat(mesh.problems()).isEmpty();
    assertThat(mesh.analyze()).isEmpty();
  }

  @Test
  void testersSeeVersionTwo() {
    CallDescription.Builder call = CallDescription.builder().url("http://www.shop.test:8080/");
    assertThat(edge.call(call.header("x-tester", "yes").build()).clusters())
        .extracting(ClusterShare::cluster)
        .containsExactly("outbound|80|v2|reviews.shop.svc.cluster.local");
  }
}
