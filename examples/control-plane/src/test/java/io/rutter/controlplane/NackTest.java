// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.StringMatch;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real Envoy refuses what validation was told to let through, and the problem says which object
 * it comes from and where that is.
 */
class NackTest {
  private static final String RULES =
      """
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata: {name: good.test, namespace: e2e}
      spec: {hosts: [good.test], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [{address: 127.0.0.1}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: good.test, namespace: e2e}
      spec: {host: good.test, trafficPolicy: {connectionPool: {tcp: {connectTimeout: 3s}}}}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: good.test, namespace: e2e}
      spec: {hosts: [good.test], gateways: [edge], http: [{route: [{destination: {host: good.test}}]}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: bad.test, namespace: e2e}
      spec: {hosts: [bad.test], gateways: [edge], http: [{match: [{uri: {regex: "a.*"}}], route: [{destination: {host: good.test}}]}]}
      """;

  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();

  private final RutterCache cache =
      RutterCache.create(
          new XdsListener() {
            @Override
            public void onAcknowledged(XdsClient client) {
              acknowledged.add(client.proxyId());
            }

            @Override
            public void onRefused(XdsClient client, Problem problem) {
              refused.add(client.proxyId() + ": " + problem);
            }
          });

  private CompiledMesh mesh =
      Translator.create(TranslationOptions.builder().validate(false).build())
          .compile(MeshSnapshot.builder().build());

  private void serve(LoadResult input, UnaryOperator<MeshSnapshot> change) {
    mesh = mesh.with(change.apply(input.snapshot()));
    assertThat(cache.update(mesh, input.problems(), input.sources()).isServed()).isTrue();
  }

  /** Serves a mesh that Envoy takes, one that it does not take, and the first again. */
  private void refuse(LoadResult input, UnaryOperator<MeshSnapshot> change, String... expected) {
    serve(input, UnaryOperator.identity());
    Waiting.until("settled", refused::toString, cache::isSettled);
    refused.clear();
    acknowledged.clear();
    serve(input, change);
    Waiting.until("refused", acknowledged::toString, () -> !refused.isEmpty());
    assertThat(refused).singleElement().asString().contains(expected);
    assertThat(acknowledged).isEmpty();
    serve(input, UnaryOperator.identity());
    Waiting.until("settled again", refused::toString, cache::isSettled);
    assertThat(acknowledged).isNotEmpty().containsOnly("edge.e2e");
  }

  private static VirtualService withRegex(VirtualService rule) {
    HttpRoute route = rule.http().get(0);
    return rule.toBuilder()
        .http(
            route.toBuilder()
                .match(HttpMatch.builder().uri(StringMatch.regex("([")).build())
                .build())
        .build();
  }

  private static DestinationRule withTimeout(DestinationRule rule) {
    var policy = rule.trafficPolicy().orElseThrow();
    var pool = policy.connectionPool().orElseThrow();
    var tcp = pool.tcp().orElseThrow().toBuilder().connectTimeout(Duration.ofSeconds(-3)).build();
    return rule.toBuilder()
        .trafficPolicy(policy.toBuilder().connectionPool(pool.toBuilder().tcp(tcp).build()).build())
        .build();
  }

  private static Gateway withPort(Gateway gateway) {
    var server = gateway.servers().get(0);
    return gateway.toBuilder()
        .servers(server.toBuilder().port(server.port().toBuilder().number(70_000).build()).build())
        .build();
  }

  @ParameterizedTest(name = "delta: {0}")
  @ValueSource(booleans = {false, true})
  void theProblemSaysWhere(boolean isDelta, @TempDir Path home) throws Exception {
    EnvoyProcess.require();
    LoadResult input =
        YamlLoader.create()
            .load(
                List.of(
                    YamlSource.text("mesh.yaml", Edge.mesh(Ports.free())),
                    YamlSource.text("rules.yaml", RULES)));
    assertThat(input.problems()).isEmpty();
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            InsecureServerCredentials.create());
    cache.services().forEach(builder::addService);
    Server server = builder.build().start();
    try (EnvoyProcess envoy = EnvoyProcess.start("edge.e2e", server.getPort(), home, isDelta)) {
      assertThat(envoy.process().isAlive()).isTrue();
      refuse(
          input,
          mesh -> mesh.with(withRegex(mesh.virtualServices().get(1))),
          "edge.e2e: rules.yaml:16:1: error: VirtualService/e2e/bad.test: Envoy refuses"
              + " RouteConfiguration http.",
          "missing ]: [");
      refuse(
          input,
          mesh -> mesh.with(withTimeout(mesh.destinationRules().get(0))),
          "edge.e2e: rules.yaml:6:1: error: DestinationRule/e2e/good.test: Envoy refuses Cluster"
              + " outbound|80||good.test: ");
      refuse(
          input,
          mesh -> mesh.with(withPort(mesh.gateways().get(0))),
          "edge.e2e: mesh.yaml:10:1: error: Gateway/e2e/edge: Envoy refuses Listener 0.0.0.0_70000:");
    } finally {
      server.shutdownNow();
    }
  }
}
