// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A gateway: a real Envoy, the control plane that feeds it, and the folder that this watches. */
final class Edge implements AutoCloseable {
  private static final String MESH =
      """
      apiVersion: rutter.io/v1
      kind: MeshConfig
      spec: {enableAutoMtls: false}
      ---
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: edge, namespace: e2e}
      spec: {type: gateway, ipAddresses: [127.0.0.1], labels: {app: edge}, locality: {region: r, zone: a}}
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: edge, namespace: e2e}
      spec:
        selector: {app: edge}
        servers:
        - {port: {number: %d, name: http, protocol: HTTP}, hosts: ["*"]}
      """;

  static {
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  private final Path folder;
  private final Thread watch;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What the control plane said. */
  final List<String> log;

  final ControlPlane plane;
  final EnvoyProcess envoy;

  /** The gateway's HTTP port. */
  final int port;

  private Edge(
      Path folder,
      Thread watch,
      List<String> log,
      ControlPlane plane,
      EnvoyProcess envoy,
      int port) {
    this.folder = folder;
    this.watch = watch;
    this.log = log;
    this.plane = plane;
    this.envoy = envoy;
    this.port = port;
  }

  /** Starts all of it, in this folder. */
  static Edge start(Path home) throws Exception {
    return start(home, false);
  }

  /** Starts all of it, with an Envoy that asks for what differs, or for all each time. */
  static Edge start(Path home, boolean isDelta) throws Exception {
    EnvoyProcess.require();
    Path folder = Files.createDirectories(home.resolve("mesh"));
    int port = Ports.free();
    Files.writeString(folder.resolve("mesh.yaml"), mesh(port));
    List<String> log = new CopyOnWriteArrayList<>();
    EventLog events = new EventLog(log::add, Event.Level.DEBUG, InstantSource.system());
    ControlPlane plane =
        ControlPlane.start(
            ServerSettings.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            home.resolve("credentials"),
            events);
    Thread watch =
        new Thread(() -> new MeshFolder(folder, events).watch(Duration.ofMillis(20), plane::serve));
    watch.start();
    EnvoyProcess envoy = EnvoyProcess.start("edge.e2e", plane.port(), home, isDelta);
    return new Edge(folder, watch, log, plane, envoy, port);
  }

  /** Where the secrets are, a folder for each. */
  Path credentials() {
    return folder.resolveSibling("credentials");
  }

  /** The mesh of a gateway on this port, without services. */
  static String mesh(int port) {
    return MESH.formatted(port);
  }

  /** Puts a file in the folder, in one step. */
  void write(String name, String... documents) throws IOException {
    write(folder, name, documents);
  }

  /** Puts a file in a folder, in one step. */
  static void write(Path folder, String name, String... documents) throws IOException {
    Path temporary = folder.resolveSibling(name + ".new");
    Files.writeString(temporary, String.join("\n---\n", documents));
    Files.move(temporary, folder.resolve(name + ".yaml"), ATOMIC_MOVE);
  }

  /** A service: a host and where it is. */
  static String service(String host, String endpoints) {
    return """
    apiVersion: networking.istio.io/v1
    kind: ServiceEntry
    metadata: {name: %1$s, namespace: e2e}
    spec: {hosts: [%1$s], location: MESH_INTERNAL, resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [%2$s]}
    """
        .formatted(host, endpoints);
  }

  static String service(String host, Backend... backends) {
    return service(
        host, Arrays.stream(backends).map(b -> endpoint(b, "")).collect(Collectors.joining(", ")));
  }

  /** An endpoint with further fields, each after a comma. */
  static String endpoint(Backend backend, String more) {
    return "{address: %s, ports: {http: %d}%s}".formatted(backend.address(), backend.port(), more);
  }

  /** The HTTP routes of a host, as the list that {@code http} holds. */
  static String routes(String host, String http) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %1$s, namespace: e2e}
    spec: {hosts: [%1$s], gateways: [edge], http: [%2$s]}
    """
        .formatted(host, http);
  }

  /** One route to one service, with further fields, each after a comma. */
  static String routeTo(String host, String more) {
    return "{route: [{destination: {host: %s, port: {number: 80}}}]%s}".formatted(host, more);
  }

  /** The traffic policy of a host. */
  static String policy(String host, String trafficPolicy) {
    return """
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: %1$s, namespace: e2e}
    spec: {host: %1$s, trafficPolicy: %2$s}
    """
        .formatted(host, trafficPolicy);
  }

  /** Sends a request with these headers, name after name and value. */
  HttpResponse<String> send(String host, String path, String... headers)
      throws IOException, InterruptedException {
    return request("GET", host, path, headers);
  }

  /** POST, for one, is not sent again by Java where a connection breaks. */
  HttpResponse<String> request(String method, String host, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("host", host)
            .timeout(Waiting.MOST);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until the host is served: 200 or whatever else is expected. */
  void awaitStatus(String host, int status) {
    until("status " + status + " of " + host, () -> send(host, "/").statusCode() == status);
  }

  /** Waits until something is so. */
  void until(String what, Callable<Boolean> condition) {
    Waiting.until(what, () -> log, condition);
  }

  /** Waits until Envoy has acknowledged what the folder says. */
  void awaitSettled() {
    until("settled", plane::isSettled);
  }

  /** Envoy refused nothing. */
  void assertNothingRefused() {
    assertThat(log)
        .noneMatch(line -> line.contains("event=nack") || line.contains("event=internal-error"));
  }

  @Override
  public void close() {
    watch.interrupt();
    Uninterruptibles.joinUninterruptibly(watch);
    envoy.close();
    plane.close();
  }
}
