// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.sun.net.httpserver.HttpServer;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.rutter.controlplane.EnvoyProcess;
import io.rutter.controlplane.Ports;
import io.rutter.controlplane.ServerSettings;
import io.rutter.controlplane.TestCertificate;
import io.rutter.controlplane.TlsFiles;
import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Envoy as a gateway, whom nothing but its node and its certificate makes known. */
class EnvoyTest {
  private static final int NOBODY_LISTENS = 0;

  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir Path home;
  private final int port = Ports.free();
  private final ApiServer api = Followed.newServer();

  @BeforeEach
  void requireEnvoy() {
    EnvoyProcess.require();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String gateway(String servers) {
    return """
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: edge, namespace: shop}
    spec: {selector: {app: edge}, servers: [%s]}
    """
        .formatted(servers);
  }

  private static String answer(String body) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: shop, namespace: shop}
    spec: {hosts: ["*"], gateways: [edge], http: [{directResponse: {status: 200, body: {string: %s}}}]}
    """
        .formatted(body);
  }

  /** The pod has the label that the Gateway selects; the node tells of none. */
  private void putPod() {
    api.apply(FollowTest.pod("shop", "edge-1", "edge", "127.0.0.1"));
  }

  private DynamicBootstrap.Builder bootstrap(Followed followed) {
    Proxy node =
        Proxy.builder()
            .namespace("shop")
            .name("edge-1")
            .type(ProxyType.GATEWAY)
            .ipAddresses("127.0.0.1")
            .build();
    return DynamicBootstrap.builder(node, XdsAddress.of("127.0.0.1", followed.plane.port()))
        .adminPort(Ports.free())
        .delta(true);
  }

  @Test
  void aGatewayFollowsTheApiServer() throws Exception {
    putPod();
    api.apply(
        gateway(
            "{port: {number: %d, name: http, protocol: HTTP}, hosts: [\"*\"]}".formatted(port)));
    api.apply(answer("first"));
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      Bootstrap bootstrap = bootstrap(followed).build();
      assertThat(bootstrap.getNode().getId()).startsWith("router~127.0.0.1~edge-1.shop~");
      try (EnvoyProcess envoy = EnvoyProcess.start(bootstrap, home)) {
        HttpClient client = HttpClient.newHttpClient();
        followed.until("first", () -> body(client, "http").equals("first"));
        api.apply(answer("second"));
        followed.until("second", () -> body(client, "http").equals("second"));
        api.goAway();
        followed.until("away", () -> followed.count("api-server-away") == 1);
        assertThat(body(client, "http")).isEqualTo("second");
        api.comeBack();
        api.apply(answer("third"));
        followed.until("third", () -> body(client, "http").equals("third"));
        assertThat(followed.count("nack")).as(envoy.said()).isZero();
      }
    }
  }

  /** What the README says of a plain Envoy: nobody gives it what mutual TLS of the mesh needs. */
  @Test
  void aPlainEnvoyReachesWhatHasSidecarsOnlyWithoutMutualTls() throws Exception {
    putPod();
    api.apply(
        gateway(
            "{port: {number: %d, name: http, protocol: HTTP}, hosts: [\"*\"]}".formatted(port)));
    HttpServer backend = HttpServer.create(LOOPBACK, 0);
    backend.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    backend.start();
    putReviews(backend.getAddress().getPort());
    try (Followed followed = Followed.start(Followed.settings(), api);
        EnvoyProcess envoy = EnvoyProcess.start(bootstrap(followed).build(), home)) {
      HttpClient client = HttpClient.newHttpClient();
      for (String name : List.of("default", "ROOTCA")) {
        followed.until(
            "told of " + name,
            () ->
                followed.log.stream()
                    .anyMatch(
                        line ->
                            line.contains("event=secret-refused name=" + name + " ")
                                && line.contains("enableAutoMtls: false")));
      }
      assertThat(status(client)).isEqualTo(NOBODY_LISTENS);
      var unused =
          api.client
              .configMaps()
              .inNamespace("istio-system")
              .resource(
                  new ConfigMapBuilder()
                      .withNewMetadata()
                      .withName("istio")
                      .endMetadata()
                      .addToData("mesh", "enableAutoMtls: false")
                      .build())
              .create();
      followed.until("reached", () -> status(client) == 204);
      assertThat(followed.count("nack")).as(envoy.said()).isZero();
    } finally {
      backend.stop(0);
    }
  }

  /** A service whose pod has a sidecar, as its label says. */
  private void putReviews(int backend) {
    api.apply(FollowTest.service("shop", "reviews"));
    api.apply(
        FollowTest.pod("shop", "reviews-1", "reviews", "127.0.0.1")
            .replace("app: reviews}", "app: reviews, security.istio.io/tlsMode: istio}"));
    api.apply(
        FollowTest.slice("shop", "reviews", "127.0.0.1", "reviews-1")
            .replace("port: 8080", "port: " + backend));
    api.apply(
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: shop, namespace: shop}
        spec: {hosts: ["*"], gateways: [edge], http: [{route: [{destination: {host: reviews}}]}]}
        """);
  }

  private int status(HttpClient client) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return NOBODY_LISTENS;
    }
  }

  private String body(HttpClient client, String scheme) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + "/")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private TestCertificate certificate(String uri, String host) throws Exception {
    TestCertificate certificate = TestCertificate.ofUri(uri, host, home);
    certificate.writeTo(home.resolve(host));
    return certificate;
  }

  private void putSecret(String host) throws IOException {
    var secret =
        new SecretBuilder()
            .withNewMetadata()
            .withNamespace("shop")
            .withName("shop-cert")
            .endMetadata()
            .withType("kubernetes.io/tls")
            .withData(
                ImmutableMap.of(
                    "tls.crt", base64(host, "tls.crt"), "tls.key", base64(host, "tls.key")))
            .build();
    var here = api.client.secrets().inNamespace("shop");
    if (here.withName("shop-cert").get() == null) {
      var unused = here.resource(secret).create();
    } else {
      var unused = here.resource(secret).update();
    }
  }

  private String base64(String host, String file) throws IOException {
    return Base64.getEncoder()
        .encodeToString(Files.readString(home.resolve(host).resolve(file), UTF_8).getBytes(UTF_8));
  }

  @Test
  void aGatewayServesTheSecretOfItsNamespaceAndTheNextOne() throws Exception {
    TestCertificate plane =
        certificate("spiffe://cluster.local/ns/istio-system/sa/rutter", "plane.test");
    TestCertificate edge = certificate("spiffe://cluster.local/ns/shop/sa/edge", "edge.test");
    TestCertificate old = certificate("spiffe://shop/old", "old.test");
    TestCertificate next = certificate("spiffe://shop/next", "next.test");
    putPod();
    putSecret("old.test");
    api.apply(
        gateway(
            "{port: {number: %d, name: https, protocol: HTTPS}, hosts: [\"*\"], tls: {mode: SIMPLE, credentialName: shop-cert}}"
                .formatted(port)));
    api.apply(answer("secret"));
    Path planeFiles = home.resolve(plane.host());
    Path edgeFiles = home.resolve(edge.host());
    FollowSettings usual = Followed.settings();
    FollowSettings settings =
        new FollowSettings(
            new ServerSettings(
                LOOPBACK,
                Optional.of(
                    TlsFiles.of(
                        planeFiles.resolve("tls.crt"),
                        planeFiles.resolve("tls.key"),
                        edgeFiles.resolve("tls.crt"))),
                StreamLimits.DEFAULT),
            usual.statusAddress(),
            usual.revision(),
            usual.rootNamespace(),
            usual.instance(),
            usual.quiet(),
            usual.most(),
            usual.discovery(),
            usual.patience(),
            false,
            false);
    try (Followed followed = Followed.start(settings, api)) {
      Bootstrap bootstrap =
          bootstrap(followed)
              .tls(
                  XdsTls.of(planeFiles.resolve("tls.crt").toString())
                      .withCertificate(
                          edgeFiles.resolve("tls.crt").toString(),
                          edgeFiles.resolve("tls.key").toString())
                      .withServerName("plane.test"))
              .build();
      try (EnvoyProcess envoy = EnvoyProcess.start(bootstrap, home)) {
        followed.until("served: " + envoy.said(), () -> isTrusted(old));
        assertThat(isTrusted(next)).isFalse();
        putSecret("next.test");
        followed.until("changed", () -> isTrusted(next));
        assertThat(followed.count("nack")).isZero();
        assertThat(followed.log).noneMatch(line -> line.contains("BEGIN"));
      }
    }
  }

  /** Whether the gateway shows this certificate: a client takes no other. */
  private boolean isTrusted(TestCertificate certificate) throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            certificate
                .client()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.startHandshake();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
