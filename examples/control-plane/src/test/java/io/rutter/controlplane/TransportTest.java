// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** TLS that a real Envoy ends or passes on by its server name, plain bytes, and names from DNS. */
class TransportTest {
  @RegisterExtension static final StartedEdge STARTED = new StartedEdge();

  private static String gateway(String name, String servers) {
    return """
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: %s, namespace: e2e}
    spec: {selector: {app: edge}, servers: [%s]}
    """
        .formatted(name, servers);
  }

  private static String server(int port, String protocol, String host, String tls) {
    return "{port: {number: %d, name: n%d-%s, protocol: %s}, hosts: [%s]%s}"
        .formatted(port, port, host.replace(".", "-"), protocol, host, tls);
  }

  private static String rules(String name, String gateway, String rules) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %1$s, namespace: e2e}
    spec: {hosts: [%1$s], gateways: [%2$s], %3$s}
    """
        .formatted(name, gateway, rules);
  }

  @Test
  void theServerNameChoosesTheCertificateAndTheRoutes(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    TestCertificate a = TestCertificate.of("a.tls.test", folder);
    TestCertificate b = TestCertificate.of("b.tls.test", folder);
    a.writeTo(STARTED.edge().credentials().resolve(a.host()));
    b.writeTo(STARTED.edge().credentials().resolve(b.host()));
    STARTED
        .edge()
        .write(
            "tls",
            gateway(
                "tls",
                server(
                        port,
                        "HTTPS",
                        "a.tls.test",
                        ", tls: {mode: SIMPLE, credentialName: a.tls.test}")
                    + ", "
                    + server(
                        port,
                        "HTTPS",
                        "b.tls.test",
                        ", tls: {mode: SIMPLE, credentialName: b.tls.test}")),
            Edge.service("tls1.test", STARTED.one()),
            Edge.service("tls2.test", STARTED.two()),
            rules("a.tls.test", "tls", "http: [" + Edge.routeTo("tls1.test", "") + "]"),
            rules("b.tls.test", "tls", "http: [" + Edge.routeTo("tls2.test", "") + "]"));
    STARTED.edge().until("served", () -> TlsClient.get(port, a).startsWith("HTTP/1.1 200"));
    assertThat(TlsClient.get(port, a)).endsWith("one");
    assertThat(TlsClient.get(port, b)).endsWith("two");
  }

  @Test
  void tlsIsPassedOnByItsServerName(@TempDir Path folder) throws Exception {
    int port = Ports.free();
    TestCertificate own = TestCertificate.of("own.pass.test", folder);
    try (Backend backend = Backend.startTls("secret", 6, own)) {
      STARTED
          .edge()
          .write(
              "pass",
              gateway("pass", server(port, "TLS", "own.pass.test", ", tls: {mode: PASSTHROUGH}")),
              Edge.service("pass.test", backend),
              rules(
                  "own.pass.test",
                  "pass",
                  "tls: [{match: [{sniHosts: [own.pass.test]}], route: [{destination: {host:"
                      + " pass.test, port: {number: 80}}}]}]"));
      STARTED.edge().until("served", () -> TlsClient.get(port, own).startsWith("HTTP/1.1 200"));
      assertThat(TlsClient.get(port, own)).endsWith("secret");
      assertThat(backend.lastHeaders).noneMatch(header -> header.startsWith("x-envoy"));
    }
  }

  @Test
  void bytesArePassedOn() throws Exception {
    int port = Ports.free();
    try (Backend backend = Backend.start("bytes", 7, 0)) {
      STARTED
          .edge()
          .write(
              "bytes",
              gateway("bytes", server(port, "TCP", "bytes.test", "")),
              Edge.service("bytes.test", backend),
              rules(
                  "bytes.test",
                  "bytes",
                  "tcp: [{match: [{port: %d}], route: [{destination: {host: bytes.test, port: {number: 80}}}]}]"
                      .formatted(port)));
      STARTED
          .edge()
          .until("served", () -> TlsClient.getInClear(port, "any.test").endsWith("bytes"));
      assertThat(backend.lastHeaders)
          .contains("host: any.test")
          .noneMatch(header -> header.startsWith("x-envoy"));
    }
  }

  @Test
  void endpointsAreLookedUp() throws Exception {
    try (Backend backend = Backend.start("named", 1, 0)) {
      String service =
          Edge.service(
                  "named.test", "{address: localhost, ports: {http: %d}}".formatted(backend.port()))
              .replace("STATIC", "DNS");
      STARTED
          .edge()
          .write("named", service, Edge.routes("named.test", Edge.routeTo("named.test", "")));
      STARTED.edge().awaitStatus("named.test", 200);
      assertThat(STARTED.edge().send("named.test", "/").body()).isEqualTo("named");
    }
  }
}
