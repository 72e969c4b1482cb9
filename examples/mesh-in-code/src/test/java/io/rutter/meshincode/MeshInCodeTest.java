// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.grpc.InsecureServerCredentials;
import io.grpc.ServerCredentials;
import io.rutter.controlplane.Backend;
import io.rutter.controlplane.EnvoyProcess;
import io.rutter.controlplane.Ports;
import io.rutter.controlplane.TestCertificate;
import io.rutter.controlplane.Waiting;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.meshincode.ServiceCatalogue.Instance;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.XdsAddress;
import io.rutter.translator.output.XdsTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Envoy follows the catalogue. */
class MeshInCodeTest {
  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest(name = "delta: {0}")
  @ValueSource(booleans = {false, true})
  void anEnvoyFollowsTheCatalogue(boolean isDelta, @TempDir Path home) throws Exception {
    EnvoyProcess.require();
    int gateway = Ports.free();
    ServiceCatalogue catalogue = new ServiceCatalogue();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Backend one = Backend.start("one", 72, 0);
        Backend two = Backend.start("two", 73, 0);
        CatalogueControlPlane plane =
            CatalogueControlPlane.start(
                address, InsecureServerCredentials.create(), SecretSource.NONE)) {
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

  /** With Istio's default, an Envoy is ready only when it has its secrets. */
  @Test
  void mutualTlsNeedsSecrets(@TempDir Path home) throws Exception {
    EnvoyProcess.require();
    for (String name : new String[] {"plane.test", "edge.shop"}) {
      TestCertificate.of(name, home).writeTo(home.resolve(name));
    }
    Path plain = home.resolve("plane.test/tls.crt");
    Path own = home.resolve("edge.shop/tls.crt");
    Path ownKey = home.resolve("edge.shop/tls.key");
    Files.copy(own, home.resolve("edge.shop/ca.crt"));
    ServerCredentials credentials =
        CatalogueControlPlane.mutualTls(
            plain.toFile(), home.resolve("plane.test/tls.key").toFile(), own.toFile());
    SecretSource secrets = new IdentityFiles(home.resolve("edge.shop").toString());
    ServiceCatalogue catalogue = new ServiceCatalogue();
    int gateway = Ports.free();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Backend one = Backend.start("one", 72, 0);
        CatalogueControlPlane plane = CatalogueControlPlane.start(address, credentials, secrets)) {
      catalogue.put("reviews", instance(one, "v1"));
      plane.update(
          CatalogueMesh.of(catalogue.services(), gateway).toBuilder()
              .meshConfig(MeshConfig.builder().build())
              .build());
      XdsTls tls =
          XdsTls.of(plain.toString())
              .withCertificate(own.toString(), ownKey.toString())
              .withServerName("plane.test");
      Bootstrap bootstrap =
          DynamicBootstrap.builder(CatalogueMesh.EDGE, XdsAddress.of("127.0.0.1", plane.port()))
              .tls(tls)
              .adminPort(Ports.free())
              .build();
      try (EnvoyProcess envoy = EnvoyProcess.start(bootstrap, home)) {
        Waiting.until("served", envoy::said, () -> get(gateway, "no").equals("one"));
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
