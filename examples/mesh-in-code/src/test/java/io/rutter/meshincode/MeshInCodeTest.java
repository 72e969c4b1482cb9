// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.controlplane.Backend;
import io.rutter.controlplane.EnvoyProcess;
import io.rutter.controlplane.Ports;
import io.rutter.controlplane.Waiting;
import io.rutter.meshincode.ServiceCatalogue.Instance;
import io.rutter.model.problem.Problem;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.XdsAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mesh of a catalogue has no problems, and a real Envoy follows the catalogue. */
class MeshInCodeTest {
  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void theMeshHasNoProblems() {
    ServiceCatalogue catalogue = new ServiceCatalogue();
    catalogue.put(
        "reviews", new Instance("10.0.0.11", 8080, "v1"), new Instance("10.0.0.12", 8080, "v2"));
    CompiledMesh mesh = Translator.create().compile(CatalogueMesh.of(catalogue.services(), 8080));

    assertThat(mesh.problems()).isEmpty();
    assertThat(mesh.analyze()).extracting(Problem::toString).isEmpty();
  }

  @ParameterizedTest(name = "delta: {0}")
  @ValueSource(booleans = {false, true})
  void anEnvoyFollowsTheCatalogue(boolean isDelta, @TempDir Path home) throws Exception {
    EnvoyProcess.require();
    int gateway = Ports.free();
    ServiceCatalogue catalogue = new ServiceCatalogue();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Backend one = Backend.start("one", 72, 0);
        Backend two = Backend.start("two", 73, 0);
        CatalogueControlPlane plane = CatalogueControlPlane.start(address)) {
      catalogue.put("reviews", instance(one, "v1"), instance(two, "v2"));
      plane.update(CatalogueMesh.of(catalogue.services(), gateway));
      Bootstrap bootstrap =
          DynamicBootstrap.builder(CatalogueMesh.EDGE, XdsAddress.of("127.0.0.1", plane.port()))
              .delta(isDelta)
              .adminPort(Ports.free())
              .build();
      try (EnvoyProcess envoy = EnvoyProcess.start(bootstrap, home)) {
        Waiting.until("testers", envoy::said, () -> get(gateway, "yes").equals("two"));
        catalogue.put("reviews", instance(two, "v1"), instance(one, "v2"));
        catalogue.put("ratings", new Instance("nowhere", 1, "v1")); // Left out, all else is served.
        plane.update(CatalogueMesh.of(catalogue.services(), gateway));
        Waiting.until("the change", envoy::said, () -> get(gateway, "yes").equals("one"));
      }
    }
  }

  private static Instance instance(Backend backend, String version) {
    return new Instance(backend.address(), backend.port(), version);
  }

  private String get(int port, String tester) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .headers("host", "www.shop.test", "x-tester", tester)
                .timeout(Waiting.MOST)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
