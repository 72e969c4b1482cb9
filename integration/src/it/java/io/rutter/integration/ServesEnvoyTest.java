// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import io.envoyproxy.controlplane.cache.v3.SimpleCache;
import io.envoyproxy.controlplane.cache.v3.Snapshot;
import io.envoyproxy.controlplane.server.V3DiscoveryServer;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** java-control-plane serves what Rutter translates, in a project that has both. */
class ServesEnvoyTest {
  private static final String CLUSTER_TYPE = "type.googleapis.com/envoy.config.cluster.v3.Cluster";

  private static final String MESH =
      """
      {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: maps, namespace: shop},
       spec: {hosts: [maps.test], resolution: DNS, ports: [{number: 80, name: http, protocol: HTTP}]}}
      ---
      {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: maps, namespace: shop},
       spec: {hosts: [maps.test], http: [{timeout: 3s, route: [{destination: {host: maps.test}}]}]}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},
       spec: {type: sidecar, ipAddresses: [10.1.0.1]}}
      """;

  @Test
  void envoyGetsTheClusters() throws Exception {
    LoadResult mesh = YamlLoader.create().load(YamlSource.text("mesh.yaml", MESH));
    assertEquals(List.of(), mesh.problems());
    XdsResources resources =
        Translator.create().compile(mesh.snapshot()).translate(mesh.snapshot().proxies().get(0));
    SimpleCache<String> cache = new SimpleCache<>(node -> node.getId());
    cache.setSnapshot(
        "client",
        Snapshot.create(
            resources.clusters(),
            resources.endpoints(),
            resources.listeners(),
            resources.routes(),
            List.of(),
            "1"));

    InetAddress loopback = InetAddress.getLoopbackAddress();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(loopback, 0))
            .addService(new V3DiscoveryServer(cache).getAggregatedDiscoveryServiceImpl())
            .build()
            .start();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(new InetSocketAddress(loopback, server.getPort()))
            .usePlaintext()
            .build();
    try {
      DiscoveryResponse response = ask(channel).get(60, TimeUnit.SECONDS);

      ImmutableList.Builder<Cluster> served = ImmutableList.builder();
      for (Any resource : response.getResourcesList()) {
        served.add(resource.unpack(Cluster.class));
      }
      assertFalse(resources.clusters().isEmpty());
      assertEquals(
          resources.clusters().stream().map(Cluster::getName).sorted().toList(),
          served.build().stream().map(Cluster::getName).sorted().toList());
    } finally {
      channel.shutdownNow();
      server.shutdownNow();
      server.awaitTermination(60, TimeUnit.SECONDS);
    }
  }

  /** Else the project would not show what it is there to show. */
  @Test
  void guavaIsTheOneThatThisProjectIsFor() {
    String jar = ImmutableList.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    assertTrue(jar.endsWith("/guava-" + System.getProperty("guava.expected") + ".jar"), jar);
  }

  private static CompletableFuture<DiscoveryResponse> ask(ManagedChannel channel) {
    CompletableFuture<DiscoveryResponse> answer = new CompletableFuture<>();
    StreamObserver<DiscoveryRequest> requests =
        AggregatedDiscoveryServiceGrpc.newStub(channel)
            .streamAggregatedResources(
                new StreamObserver<>() {
                  @Override
                  public void onNext(DiscoveryResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable error) {
                    answer.completeExceptionally(error);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(
        DiscoveryRequest.newBuilder()
            .setNode(Node.newBuilder().setId("client"))
            .setTypeUrl(CLUSTER_TYPE)
            .build());
    return answer;
  }
}
