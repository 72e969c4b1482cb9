// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.both;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * ServiceEntries and WorkloadEntries for the mesh of {@link RandomMesh}, valid by Istio's rules. A
 * list of one element is given with {@code just}: {@code of} would take its elements.
 */
final class RandomServiceEntry {
  private RandomServiceEntry() {}

  static Arbitrary<Map<String, Object>> spec() {
    return both(
        Arbitraries.oneOf(
            unresolved(),
            fixed(),
            fixed(),
            selecting(),
            unixSocket(),
            dns(),
            dns(),
            dnsRoundRobin(),
            dynamicDns(),
            overlapping()),
        mapping(
            sometimes("location", Arbitraries.of("MESH_EXTERNAL", "MESH_INTERNAL")),
            rarely(
                "exportTo",
                Arbitraries.of(List.of("."), List.of("*"), List.of("other", "default"))),
            rarely(
                "subjectAltNames",
                Arbitraries.of(
                    List.of("spiffe://x/ns/a/sa/b"), List.of("a.example.com", "b.example.com")))));
  }

  private static Arbitrary<Map<String, Object>> unresolved() {
    return mapping(
        always("hosts", Arbitraries.of(List.of("none.example.com"), List.of("*.none.org"))),
        rarely("addresses", Arbitraries.of(List.of("10.20.0.0/16"), List.of("10.20.1.1"))),
        always("ports", ports()),
        always("resolution", Arbitraries.just("NONE")));
  }

  private static Arbitrary<Map<String, Object>> fixed() {
    return mapping(
        always(
            "hosts",
            Arbitraries.of(
                List.of("static.example.com"), List.of("static.example.com", "two.example.com"))),
        rarely(
            "addresses",
            Arbitraries.of(
                List.of("10.30.0.1"), List.of("10.30.0.1", "10.30.0.2"), List.of("10.31.0.0/24"))),
        always("ports", httpPorts()),
        always("resolution", Arbitraries.just("STATIC")),
        sometimes("endpoints", endpoints("192.0.2.1", "192.0.2.2", "192.0.2.3")));
  }

  private static Arbitrary<Map<String, Object>> selecting() {
    return mapping(
        always("hosts", Arbitraries.just(List.of("static.example.com"))),
        always("ports", ports()),
        always("resolution", Arbitraries.of("STATIC", "DNS")),
        always(
            "workloadSelector",
            Arbitraries.of(
                Map.of("labels", Map.of("app", "vm")),
                Map.of("labels", Map.of("app", "reviews")),
                Map.of("labels", Map.of("app", "nobody")))));
  }

  private static Arbitrary<Map<String, Object>> unixSocket() {
    return mapping(
        always("hosts", Arbitraries.just(List.of("unix.example.com"))),
        always("ports", Arbitraries.just(List.of(port(80, "http", "HTTP")))),
        always("resolution", Arbitraries.just("STATIC")),
        always(
            "endpoints",
            Arbitraries.just(List.of(Map.of("address", "unix:///var/run/backend.sock")))));
  }

  private static Arbitrary<Map<String, Object>> dns() {
    return mapping(
        always("hosts", Arbitraries.of(List.of("ext.example.com"), List.of("dns.example.org"))),
        always("ports", ports()),
        always("resolution", Arbitraries.just("DNS")),
        sometimes("endpoints", endpoints("one.example.net", "192.0.2.7", "two.example.net")));
  }

  private static Arbitrary<Map<String, Object>> dnsRoundRobin() {
    return mapping(
        always("hosts", Arbitraries.just(List.of("rr.example.com"))),
        always("ports", ports()),
        always("resolution", Arbitraries.just("DNS_ROUND_ROBIN")),
        sometimes("endpoints", Arbitraries.just(List.of(Map.of("address", "one.example.net")))));
  }

  /** Envoy looks up the host that a connection names; with HTTP it would refuse istiod's. */
  private static Arbitrary<Map<String, Object>> dynamicDns() {
    return mapping(
        always("hosts", Arbitraries.just(List.of("*.dynamic.org"))),
        always("ports", Arbitraries.just(List.of(port(443, "tls", "TLS")))),
        always("resolution", Arbitraries.just("DYNAMIC_DNS")));
  }

  /** A host that a service of the platform has. */
  private static Arbitrary<Map<String, Object>> overlapping() {
    return mapping(
        always("hosts", Arbitraries.just(List.of("reviews.default.svc.cluster.local"))),
        always("ports", httpPorts()),
        always("resolution", Arbitraries.just("STATIC")),
        always("endpoints", endpoints("192.0.2.4")));
  }

  private static Arbitrary<?> ports() {
    return Arbitraries.of(
        List.of(port(80, "http", "HTTP")),
        List.of(port(443, "tls", "TLS")),
        List.of(Map.of("number", 80, "name", "http", "protocol", "HTTP", "targetPort", 8080)),
        List.of(port(80, "http", "HTTP"), port(443, "https", "HTTPS")),
        List.of(port(8081, "grpc", "GRPC")),
        List.of(port(9000, "tcp", "TCP")),
        List.of(Map.of("number", 9001, "name", "any"), port(80, "http", "HTTP")),
        List.of(port(80, "http", "HTTP2"), port(9002, "mongo", "MONGO")));
  }

  private static Arbitrary<?> httpPorts() {
    return Arbitraries.of(
        List.of(port(80, "http", "HTTP")),
        List.of(Map.of("number", 80, "name", "http", "protocol", "HTTP", "targetPort", 8080)),
        List.of(port(80, "http", "HTTP"), port(8081, "grpc", "GRPC")));
  }

  private static Map<String, Object> port(int number, String name, String protocol) {
    return Map.of("number", number, "name", name, "protocol", protocol);
  }

  private static Arbitrary<?> endpoints(String... addresses) {
    return both(mapping(always("address", Arbitraries.of(addresses))), details())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  static Arbitrary<Map<String, Object>> workload() {
    return both(
        both(
            mapping(always("address", Arbitraries.of("192.0.2.11", "192.0.2.12", "vm.example"))),
            details()),
        mapping(
            sometimes("ports", Arbitraries.of(Map.of("http", 18080), Map.of("tls", 18443))),
            always(
                "labels",
                Arbitraries.of(
                    Map.of("app", "vm"),
                    Map.of("app", "vm", "version", "v2"),
                    Map.of("app", "reviews")))));
  }

  /**
   * What else an endpoint says of itself. None is in {@code r2/z2}, where pods are, because istiod
   * then has the locality twice.
   */
  private static Arbitrary<Map<String, Object>> details() {
    return mapping(
        sometimes(
            "labels",
            Arbitraries.of(
                Map.of("version", "v1"),
                Map.of("version", "v2"),
                Map.of("version", "v2", "security.istio.io/tlsMode", "istio"),
                Map.of("version", "v1", "topology.kubernetes.io/region", "r1"))),
        sometimes("locality", Arbitraries.of("r1/z1/s1", "r1/z2", "r3/z3", "r1", "r3/z4/s4")),
        rarely("network", Arbitraries.of("net-1")),
        rarely("weight", Arbitraries.of(1, 5)),
        rarely("serviceAccount", Arbitraries.of("vm-account")));
  }
}
