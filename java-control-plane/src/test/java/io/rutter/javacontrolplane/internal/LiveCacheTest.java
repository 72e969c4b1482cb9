// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.util.concurrent.Uninterruptibles;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.envoyproxy.envoy.service.secret.v3.SecretDiscoveryServiceGrpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.rutter.javacontrolplane.ProxySource;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Envoys that the mesh does not name, and secrets that change. */
class LiveCacheTest implements ProxySource, SecretSource {
  private static final String NODE = "sidecar~10.1.0.1~client.shop~shop.svc.cluster.local";
  private static final String GATEWAY = "router~10.2.0.1~client.shop~shop.svc.cluster.local";
  private static final String ID = "client.shop";
  private static final String CLUSTERS = Resources.V3.CLUSTER_TYPE_URL;
  private static final String SECRETS = Resources.V3.SECRET_TYPE_URL;

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final RutterCache cache =
      RutterCache.builder()
          .proxies(this)
          .secrets(this)
          .admission(
              client ->
                  client.nodeId().equals("forged.shop")
                      ? Optional.of("its certificate is of another namespace")
                      : Optional.empty())
          .build();
  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            InsecureServerCredentials.create());
    cache.services().forEach(builder::addService);
    server = builder.build().start();
    channel =
        NettyChannelBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()))
            .usePlaintext()
            .build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  /** An Envoy is a proxy of its namespace, unless it is a stranger. */
  @Override
  public Optional<Proxy> proxy(Node node, MeshSnapshot snapshot) {
    Proxy client = Proxy.of("shop", "client", "10.1.0.1");
    return switch (node.getId()) {
      case NODE -> Optional.of(client);
      case GATEWAY -> Optional.of(client.toBuilder().type(ProxyType.GATEWAY).build());
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Secret> named(String name) {
    return fail("asked without the client");
  }

  @Override
  public Optional<Secret> named(String name, XdsClient client) {
    assertThat(client.proxyId()).isEqualTo(ID);
    return Optional.ofNullable(secrets.get(name))
        .map(
            value ->
                Secret.newBuilder()
                    .setName(name)
                    .setValidationContext(
                        CertificateValidationContext.newBuilder()
                            .setTrustedCa(
                                DataSource.newBuilder()
                                    .setInlineBytes(ByteString.copyFromUtf8(value))))
                    .build());
  }

  /** A mesh of these hosts, which names no proxy. */
  private void serve(String... hosts) {
    StringBuilder text = new StringBuilder();
    for (String host : hosts) {
      text.append(
          """
          ---
          {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: %1$s, namespace: shop},
           spec: {hosts: [%1$s.test], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}}
          """
              .formatted(host));
    }
    mesh = mesh.with(YamlLoader.create().load(YamlSource.text("a", text.toString())).orThrow());
    cache.update(mesh);
  }

  private static boolean has(DiscoveryResponse response, String host) {
    return response.getResourcesList().stream()
        .map(Any::getValue)
        .anyMatch(bytes -> bytes.toStringUtf8().contains("outbound|80||" + host + ".test"));
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + ServedXds.MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail(what + ": not within " + ServedXds.MOST);
      }
      Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(5));
    }
  }

  /** Takes all there is, as an Envoy does, and returns the last clusters. */
  private DiscoveryResponse takeAll(RawClient envoy) throws Exception {
    DiscoveryResponse clusters = envoy.next();
    assertThat(clusters.getTypeUrl()).isEqualTo(CLUSTERS);
    envoy.ack(clusters);
    envoy.ask(Resources.V3.LISTENER_TYPE_URL);
    while (!cache.isSettled()) {
      DiscoveryResponse more = envoy.nextWithin(Duration.ofMillis(5));
      if (more != null) {
        envoy.ack(more);
      }
    }
    return clusters;
  }

  @Test
  void nodesOfOneNameAreProxiesOfTheirOwn() throws Exception {
    serve("maps");
    try (RawClient sidecar = new RawClient(channel, NODE);
        RawClient gateway = new RawClient(channel, GATEWAY)) {
      sidecar.ask(CLUSTERS);
      assertThat(hasInboundClusters(sidecar.next())).isTrue();
      gateway.ask(CLUSTERS);
      assertThat(hasInboundClusters(gateway.next())).isFalse();
      assertThat(cache.envoys(ID)).isEqualTo(2);
    }
    until("nobody is known", () -> cache.openStreams() == 0);
    try (RawClient gateway = new RawClient(channel, GATEWAY)) {
      gateway.ask(CLUSTERS);
      assertThat(hasInboundClusters(gateway.next())).isFalse();
    }
  }

  private static boolean hasInboundClusters(DiscoveryResponse response) {
    return response.getResourcesList().stream()
        .map(Any::getValue)
        .anyMatch(bytes -> bytes.toStringUtf8().contains("InboundPassthroughCluster"));
  }

  @Test
  void whoConnectsIsServedThoughTheMeshDoesNotNameIt() throws Exception {
    serve("maps");
    try (RawClient envoy = new RawClient(channel, NODE)) {
      envoy.ask(CLUSTERS);
      assertThat(has(takeAll(envoy), "maps")).isTrue();
      serve("maps", "news");
      assertThat(has(envoy.next(), "news")).isTrue();
      assertThat(cache.envoys(ID)).isEqualTo(1);
    }
    until("gone", () -> cache.openStreams() == 0);
    serve("maps");
    try (RawClient again = new RawClient(channel, NODE)) {
      again.ask(CLUSTERS);
      assertThat(has(again.next(), "news")).isFalse();
    }
  }

  @Test
  void whoConnectsBeforeTheFirstMeshWaitsForIt() throws Exception {
    try (RawClient envoy = new RawClient(channel, NODE)) {
      envoy.ask(CLUSTERS);
      envoy.assertOpen();
      serve("maps");
      assertThat(has(envoy.next(), "maps")).isTrue();
    }
  }

  @Test
  void aStrangerIsServedNothing() throws Exception {
    serve("maps");
    try (RawClient stranger = new RawClient(channel, "sidecar~10.1.0.9~x.y~y.svc.cluster.local")) {
      stranger.ask(CLUSTERS);
      stranger.assertOpen();
      assertThat(stranger.nextWithin(Duration.ZERO)).isNull();
    }
  }

  @Test
  void whoIsNotWhoItSaysIsTurnedAway() throws Exception {
    try (RawClient forged = new RawClient(channel, "forged.shop")) {
      forged.ask(CLUSTERS);
      assertThat(forged.ended().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
      assertThat(forged.ended().getDescription())
          .isEqualTo("its certificate is of another namespace");
    }
  }

  @Test
  void twoEnvoysOfOneIdAreServedUntilTheLastHasGone() throws Exception {
    serve("maps");
    try (RawClient one = new RawClient(channel, NODE)) {
      one.ask(CLUSTERS);
      DiscoveryResponse unused = takeAll(one);
      try (RawClient two = new RawClient(channel, NODE)) {
        two.ask(CLUSTERS);
        two.ack(two.next());
      }
      until("one is gone", () -> cache.openStreams() == 1);
      serve("maps", "news");
      assertThat(has(one.next(), "news")).isTrue();
    }
  }

  @Test
  void aSecretOverAdsIsSentAgainWhenItChanges() throws Exception {
    secrets.put("kubernetes://a", "first");
    serve("maps");
    try (RawClient envoy = new RawClient(channel, NODE)) {
      envoy.ask(CLUSTERS);
      envoy.ack(envoy.next());
      envoy.ask(SECRETS, "kubernetes://a", "kubernetes://b");
      DiscoveryResponse first = envoy.next();
      assertThat(values(first)).containsExactly("first");
      envoy.ack(first, "kubernetes://a", "kubernetes://b");
      cache.refreshSecrets(); // Nothing has changed.
      secrets.put("kubernetes://b", "other");
      cache.refreshSecrets();
      DiscoveryResponse second = envoy.next();
      assertThat(values(second)).containsExactly("first", "other");
      assertThat(second.getVersionInfo()).isNotEqualTo(first.getVersionInfo());
      envoy.ack(second, "kubernetes://a", "kubernetes://b");
      secrets.remove("kubernetes://b"); // Who has it keeps it.
      secrets.put("kubernetes://a", "new");
      cache.refreshSecrets();
      assertThat(values(envoy.next())).containsExactly("new", "other");
    }
  }

  @Test
  void aSecretOfTheSecretServiceIsSentAgainWhenItChanges() throws Exception {
    BlockingQueue<DiscoveryResponse> responses = new LinkedBlockingQueue<>();
    StreamObserver<DiscoveryRequest> requests =
        SecretDiscoveryServiceGrpc.newStub(channel)
            .streamSecrets(
                new StreamObserver<>() {
                  @Override
                  public void onNext(DiscoveryResponse response) {
                    responses.add(response);
                  }

                  @Override
                  public void onError(Throwable error) {}

                  @Override
                  public void onCompleted() {}
                });
    DiscoveryRequest request =
        DiscoveryRequest.newBuilder()
            .setNode(Node.newBuilder().setId(NODE))
            .setTypeUrl(SECRETS)
            .addResourceNames("default")
            .build();
    requests.onNext(request);
    until("asked", () -> cache.openStreams() == 1);
    secrets.put("default", "late");
    DiscoveryResponse first = null;
    while (first == null) { // The request may not have been read yet.
      cache.refreshSecrets();
      first = responses.poll(10, TimeUnit.MILLISECONDS);
    }
    assertThat(values(first)).containsExactly("late");
    requests.onNext(
        request.toBuilder()
            .setResponseNonce(first.getNonce())
            .setVersionInfo(first.getVersionInfo())
            .build());
    secrets.put("default", "new");
    cache.refreshSecrets();
    DiscoveryResponse second =
        requireNonNull(responses.poll(ServedXds.MOST.toSeconds(), TimeUnit.SECONDS));
    assertThat(values(second)).containsExactly("new");
    requests.onCompleted();
  }

  private static List<String> values(DiscoveryResponse response) throws Exception {
    List<String> result = new ArrayList<>();
    for (Any any : response.getResourcesList()) {
      result.add(
          any.unpack(Secret.class)
              .getValidationContext()
              .getTrustedCa()
              .getInlineBytes()
              .toStringUtf8());
    }
    return result;
  }
}
