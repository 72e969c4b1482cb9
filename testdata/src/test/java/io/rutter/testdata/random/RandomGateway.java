// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.both;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Gateways for the mesh of {@link RandomMesh}, valid by Istio's own rules. */
final class RandomGateway {
  private static final Arbitrary<List<String>> HOSTS =
      Arbitraries.of(
          List.of("*"),
          List.of("*.example.com"),
          List.of("a.example.com"),
          List.of("b.example.com", "c.example.com"),
          List.of("default/*"),
          List.of("./a.example.com"),
          List.of("other/*.example.com", "other.org"),
          List.of("*/a.example.com"),
          List.of("*/*"),
          List.of("A.example.com"),
          List.of("default/a.example.com", "*.example.com"));

  /** Without namespaces, which istiod takes for part of the host where it redirects to HTTPS. */
  private static final Arbitrary<List<String>> REDIRECTED_HOSTS =
      HOSTS.filter(hosts -> hosts.stream().noneMatch(host -> host.contains("/")));

  private RandomGateway() {}

  static Arbitrary<Map<String, Object>> spec() {
    return mapping(
        always(
            "selector",
            Arbitraries.of(
                Map.of("istio", "ingressgateway"),
                Map.of("istio", "ingressgateway"),
                Map.of("istio", "ingressgateway"),
                Map.of(),
                Map.of("app", "none"))),
        always(
            "servers",
            Arbitraries.oneOf(http(), https(), tls(), tcp())
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(RandomGateway::withUniquePortNames)));
  }

  private static Arbitrary<Map<String, Object>> http() {
    Arbitrary<Map<String, Object>> plain =
        both(
            server(80, 8080, "HTTP", "HTTP", "HTTP2", "GRPC", "GRPC-WEB"),
            mapping(rarely("tls", Arbitraries.just(Map.of("httpsRedirect", false)))));
    Arbitrary<Map<String, Object>> redirected =
        both(
            plain,
            mapping(
                always("hosts", REDIRECTED_HOSTS),
                always("tls", Arbitraries.just(Map.of("httpsRedirect", true)))));
    return Arbitraries.frequencyOf(Tuple.of(6, plain), Tuple.of(1, redirected));
  }

  private static Arbitrary<Map<String, Object>> https() {
    return both(server(443, 8443, "HTTPS"), mapping(always("tls", RandomServerTls.terminated())));
  }

  private static Arbitrary<Map<String, Object>> tls() {
    return both(
        server(443, 15443, "TLS", "TLS", "HTTPS"),
        mapping(
            always(
                "tls",
                Arbitraries.of(
                    Map.of("mode", "PASSTHROUGH"),
                    Map.of(),
                    Map.of("mode", "SIMPLE", "credentialName", "cert-a"),
                    Map.of("mode", "ISTIO_MUTUAL"),
                    Map.of("mode", "AUTO_PASSTHROUGH")))));
  }

  private static Arbitrary<Map<String, Object>> tcp() {
    return server(9000, 443, "TCP", "TCP", "MONGO", "REDIS", "MYSQL");
  }

  private static Arbitrary<Map<String, Object>> server(
      int usual, int alternative, String... protocols) {
    return mapping(
        always(
            "port",
            mapping(
                always("number", Arbitraries.of(usual, usual, alternative)),
                always("protocol", Arbitraries.of(protocols)))),
        always("hosts", HOSTS),
        rarely("bind", Arbitraries.of("10.0.0.1", "127.0.0.1")),
        sometimes("name", Arbitraries.of("server-a", "server-b")));
  }

  /** The names of ports must differ within a Gateway, and routes are named after them. */
  private static List<Map<String, Object>> withUniquePortNames(List<Map<String, Object>> servers) {
    List<Map<String, Object>> named = new ArrayList<>();
    for (int i = 0; i < servers.size(); i++) {
      Map<String, Object> server = new LinkedHashMap<>(servers.get(i));
      Map<String, Object> port = new LinkedHashMap<>();
      port.put("name", "p" + i);
      if (server.get("port") instanceof Map<?, ?> written) {
        written.forEach((key, value) -> port.put(String.valueOf(key), value));
      }
      server.put("port", port);
      named.add(server);
    }
    return named;
  }
}
