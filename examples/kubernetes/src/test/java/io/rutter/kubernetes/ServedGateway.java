// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import io.rutter.controlplane.Backend;
import io.rutter.controlplane.EnvoyProcess;
import io.rutter.controlplane.Ports;
import io.rutter.controlplane.Waiting;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.XdsAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A real Envoy that is a gateway of the namespace {@code edge}, two backends, and requests without
 * an end, none of which may be lost.
 */
final class ServedGateway implements AutoCloseable {
  /** Where its objects are. */
  static final String NAMESPACE = "edge";

  private static final String POD = "edge-1";
  private static final String HOST = "load.test";

  private final int port = Ports.free();
  private final Backend one;
  private final Backend two;
  private final EnvoyProcess envoy;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final Thread load = new Thread(this::send, "load");
  private volatile boolean ends;

  private ServedGateway(int planePort, Path folder) throws IOException {
    one = Backend.start("one", 32, 0);
    two = Backend.start("two", 33, 0);
    Proxy proxy =
        Proxy.of(NAMESPACE, POD).toBuilder()
            .type(ProxyType.GATEWAY)
            .ipAddresses(ImmutableList.of("127.0.0.1"))
            .build();
    envoy =
        EnvoyProcess.start(
            DynamicBootstrap.builder(proxy, XdsAddress.of("127.0.0.1", planePort))
                .adminPort(Ports.free())
                .build(),
            folder);
  }

  /** Starts it; requests come with {@link #begin}. */
  static ServedGateway start(int planePort, Path folder) throws IOException {
    return new ServedGateway(planePort, folder);
  }

  /** Its objects, in a variant: which backends there are, and how requests go to them. */
  List<RandomCluster.Change> objects(Random random) {
    String both = endpoint(one) + ", " + endpoint(two);
    String endpoints =
        switch (random.nextInt(3)) {
          case 0 -> endpoint(one);
          case 1 -> endpoint(two);
          default -> both;
        };
    return ImmutableList.of(
        new RandomCluster.Change(
            "Pod",
            NAMESPACE,
            POD,
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: %s, labels: {app: edge}}
            spec: {nodeName: node-1, containers: [{name: envoy, image: none}]}
            status: {podIP: 127.0.0.1, podIPs: [{ip: 127.0.0.1}], phase: Running, conditions: [{type: Ready, status: "True"}]}
            """
                .formatted(POD, NAMESPACE)),
        object(
            "Gateway",
            "{selector: {app: edge}, servers: [{port: {number: %d, name: http, protocol: HTTP}, hosts: [\"*\"]}]}"
                .formatted(port)),
        object(
            "ServiceEntry",
            "{hosts: [%s], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [%s]}"
                .formatted(HOST, endpoints)),
        object(
            "VirtualService",
            "{hosts: [\"*\"], gateways: [edge], http: [{name: n%2$d, timeout: %3$ds, route: [{destination: {host: %1$s}}]}]}"
                .formatted(HOST, random.nextInt(100), 20 + random.nextInt(20))),
        object(
            "DestinationRule",
            "{host: %s, trafficPolicy: {loadBalancer: {simple: %s}}}"
                .formatted(HOST, random.nextBoolean() ? "ROUND_ROBIN" : "LEAST_REQUEST")));
  }

  private static String endpoint(Backend backend) {
    return "{address: %s, ports: {http: %d}}".formatted(backend.address(), backend.port());
  }

  private static RandomCluster.Change object(String kind, String spec) {
    return new RandomCluster.Change(
        kind,
        NAMESPACE,
        "edge",
        """
        apiVersion: networking.istio.io/v1
        kind: %s
        metadata: {name: edge, namespace: %s}
        spec: %s
        """
            .formatted(kind, NAMESPACE, spec));
  }

  /**
   * Waits until a request comes through, and begins to send them.
   *
   * @param more what else there is to know if none does
   */
  void begin(Supplier<?> more) {
    Waiting.until("the gateway", more, () -> answer() == 200);
    load.start();
  }

  private int answer() throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .method("POST", HttpRequest.BodyPublishers.noBody()) // Java sends no POST twice.
                .timeout(Waiting.MOST)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private void send() {
    while (!ends) {
      try {
        int status = answer();
        if (status != 200) {
          failures.add("status " + status);
        }
      } catch (IOException | InterruptedException e) {
        failures.add(e.toString());
      }
      sent.incrementAndGet();
    }
  }

  /** Ends the requests: some were sent, and each had its answer. */
  int end() {
    ends = true;
    Uninterruptibles.joinUninterruptibly(load);
    assertThat(failures).isEmpty();
    assertThat(sent.get()).isPositive();
    return sent.get();
  }

  @Override
  public void close() {
    ends = true;
    Uninterruptibles.joinUninterruptibly(load);
    envoy.close();
    one.close();
    two.close();
  }
}
