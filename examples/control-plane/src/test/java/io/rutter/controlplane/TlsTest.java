// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.translator.output.XdsTls;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The port with mutual TLS: who has a certificate is served, and nobody else. */
class TlsTest {
  private static final String CDS = Resources.V3.CLUSTER_TYPE_URL;

  private static final Map<String, TestCertificate> MADE = new HashMap<>();

  @TempDir Path home;

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private Path authorities;
  private ControlPlane plane;

  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    for (String name : new String[] {"plane.test", "edge.e2e", "other.e2e", "stranger.e2e"}) {
      MADE.put(name, TestCertificate.of(name, folder));
    }
  }

  @BeforeEach
  void start() throws Exception {
    for (Map.Entry<String, TestCertificate> made : MADE.entrySet()) {
      made.getValue().writeTo(home.resolve(made.getKey()));
    }
    authorities = home.resolve("clients.pem");
    Files.writeString(
        authorities,
        Files.readString(certificate("edge.e2e")) + Files.readString(certificate("other.e2e")));
    Path folder = Files.createDirectory(home.resolve("mesh"));
    Files.writeString(folder.resolve("a.yaml"), Edge.mesh(Ports.free()));
    start(TlsFiles.of(certificate("plane.test"), key("plane.test"), authorities));
  }

  private void start(TlsFiles tls) throws Exception {
    plane =
        ControlPlane.start(
            new ServerSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.of(tls),
                StreamLimits.DEFAULT.withMatchNames(true)),
            home,
            events::add);
    plane.serve(YamlLoader.create().load(home.resolve("mesh")));
  }

  @AfterEach
  void stop() {
    plane.close();
  }

  private Path certificate(String name) {
    return home.resolve(name).resolve("tls.crt");
  }

  private Path key(String name) {
    return home.resolve(name).resolve("tls.key");
  }

  /** Each kind of key that tools make unless told otherwise, on both ends. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-keyalg EC -groupname secp256r1",
        "-keyalg EC -groupname secp384r1",
        "-keyalg RSA -keysize 2048"
      })
  void anEnvoyWithACertificateIsServed(String key) throws Exception {
    EnvoyProcess.require();
    restart(key.split(" ", -1));
    XdsTls tls =
        XdsTls.of(certificate("plane.test").toString())
            .withCertificate(certificate("edge.e2e").toString(), key("edge.e2e").toString())
            .withServerName("plane.test");
    Bootstrap bootstrap =
        EnvoyProcess.builder("edge.e2e", plane.port()).tls(tls).adminPort(Ports.free()).build();
    try (EnvoyProcess envoy = EnvoyProcess.start(bootstrap, home)) {
      Waiting.until("settled", () -> events + envoy.said(), plane::isSettled);
      // Envoy acknowledges a listener before it listens.
      Waiting.until("listens", envoy::said, () -> !envoy.admin("/listeners").isEmpty());
    }
  }

  private void restart(String... keyOptions) throws Exception {
    plane.close();
    for (String name : new String[] {"plane.test", "edge.e2e"}) {
      TestCertificate.of(name, home, keyOptions).writeTo(home.resolve(name));
    }
    Files.copy(certificate("edge.e2e"), authorities, REPLACE_EXISTING);
    start(TlsFiles.of(certificate("plane.test"), key("plane.test"), authorities));
  }

  private Status ask(ChannelCredentials credentials, String nodeId) throws Exception {
    return ask(credentials, nodeId, plane.port());
  }

  private static Status ask(ChannelCredentials credentials, String nodeId, int port)
      throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), credentials)
            .overrideAuthority("plane.test")
            .build();
    CompletableFuture<Status> end = new CompletableFuture<>();
    try {
      StreamObserver<DiscoveryRequest> requests =
          AggregatedDiscoveryServiceGrpc.newStub(channel)
              .streamAggregatedResources(
                  new StreamObserver<>() {
                    @Override
                    public void onNext(DiscoveryResponse response) {}

                    @Override
                    public void onError(Throwable error) {
                      end.complete(Status.fromThrowable(error));
                    }

                    @Override
                    public void onCompleted() {
                      end.complete(Status.OK);
                    }
                  });
      Node node = Node.newBuilder().setId(nodeId).build();
      requests.onNext(DiscoveryRequest.newBuilder().setNode(node).setTypeUrl(CDS).build());
      requests.onNext(DiscoveryRequest.newBuilder().setNode(node).build());
      return end.get(Waiting.MOST.toSeconds(), TimeUnit.SECONDS);
    } finally {
      channel.shutdownNow();
    }
  }

  private ChannelCredentials credentials(String name) throws Exception {
    return TlsChannelCredentials.newBuilder()
        .keyManager(certificate(name).toFile(), key(name).toFile())
        .trustManager(certificate("plane.test").toFile())
        .build();
  }

  @Test
  void nobodyElseIs() throws Exception {
    // Who is served gets so far as to be told that a request is wrong.
    assertThat(ask(credentials("edge.e2e"), "edge.e2e").getCode())
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(ask(credentials("other.e2e"), "edge.e2e").getCode())
        .isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(ask(credentials("stranger.e2e"), "stranger.e2e").getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(
            ask(
                    TlsChannelCredentials.newBuilder()
                        .trustManager(certificate("plane.test").toFile())
                        .build(),
                    "edge.e2e")
                .getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(ask(InsecureChannelCredentials.create(), "edge.e2e").getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(plane.openStreams()).isZero();
  }

  @Test
  void whoCannotConnectIsToldOf() throws Exception {
    LibraryLog.sendTo(events::add);
    try (ControlPlane inClear =
        ControlPlane.start(
            ServerSettings.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            home,
            events::add)) {
      assertThat(ask(credentials("stranger.e2e"), "stranger.e2e").isOk()).isFalse();
      Waiting.until("not trusted", () -> events, () -> failed("TLS handshake failed"));
      events.clear();
      assertThat(ask(InsecureChannelCredentials.create(), "edge.e2e").isOk()).isFalse();
      Waiting.until("no TLS", () -> events, () -> failed("TLS handshake failed"));
      events.clear();
      assertThat(ask(credentials("edge.e2e"), "edge.e2e", inClear.port()).isOk()).isFalse();
      Waiting.until("TLS where there is none", () -> events, () -> failed("HTTP/2 client preface"));
    } finally {
      LogManager.getLogManager().readConfiguration();
    }
  }

  private boolean failed(String reason) {
    return events.stream()
        .anyMatch(
            event ->
                event.name().equals("connection-failed")
                    && String.valueOf(event.details().get("reason")).startsWith(reason));
  }

  @Test
  void filesThatChangeAreReadAgain() throws Exception {
    replace(authorities, certificate("stranger.e2e"));
    Waiting.until(
        "read again",
        () -> events,
        () ->
            ask(credentials("stranger.e2e"), "stranger.e2e").getCode()
                == Status.Code.INVALID_ARGUMENT);
    assertThat(ask(credentials("edge.e2e"), "edge.e2e").getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    // Half of the exchange: the key does not fit yet.
    Path old = home.resolve("old.pem");
    Files.copy(certificate("plane.test"), old);
    replace(certificate("plane.test"), certificate("other.e2e"));
    Waiting.until("refused", () -> events, () -> count("certificate-refused") == 1);
    replace(certificate("plane.test"), old);
    Waiting.until("read again", () -> events, () -> count("certificate-read") == 2);
    assertThat(ask(credentials("stranger.e2e"), "stranger.e2e").getCode())
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
  }

  /** In one step: half a file would be told of too. */
  private void replace(Path file, Path with) throws IOException {
    Path copy = Files.copy(with, home.resolve("copy"));
    Files.move(copy, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private long count(String name) {
    return events.stream().filter(event -> event.name().equals(name)).count();
  }
}
