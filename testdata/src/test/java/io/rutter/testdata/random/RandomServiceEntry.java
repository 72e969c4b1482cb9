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
 * ServiceEntries and WorkloadEntries for the mesh of {@link RandomMesh}, valid by Istio's rules.
 */
final class RandomServiceEntry {
  private RandomServiceEntry() {}

  static Arbitrary<Map<String, Object>> spec() {
    return both(
        Arbitraries.oneOf(unresolved(), fixed(), dns(), dnsRoundRobin()),
        mapping(
            sometimes("location", Arbitraries.of("MESH_EXTERNAL", "MESH_INTERNAL")),
            rarely("exportTo", Arbitraries.of(List.of("."), List.of("*"), List.of("other"))),
            rarely("subjectAltNames", Arbitraries.of(List.of("spiffe://x/ns/a/sa/b")))));
  }

  private static Arbitrary<Map<String, Object>> unresolved() {
    return mapping(
        always("hosts", Arbitraries.of(List.of("none.example.com"), List.of("*.none.org"))),
        rarely("addresses", Arbitraries.of(List.of("10.20.0.0/16"), List.of("10.20.1.1"))),
        always("ports", ports()),
        always("resolution", Arbitraries.just("NONE")));
  }

  private static Arbitrary<Map<String, Object>> fixed() {
    return both(
        mapping(
            always("hosts", Arbitraries.of(List.of("static.example.com"))),
            rarely(
                "addresses",
                Arbitraries.of(List.of("10.30.0.1"), List.of("10.30.0.1", "10.30.0.2"))),
            always("ports", ports()),
            always("resolution", Arbitraries.just("STATIC"))),
        Arbitraries.oneOf(
            mapping(sometimes("endpoints", endpoints("192.0.2.1", "192.0.2.2"))),
            mapping(
                always(
                    "workloadSelector", Arbitraries.just(Map.of("labels", Map.of("app", "vm")))))));
  }

  private static Arbitrary<Map<String, Object>> dns() {
    return mapping(
        always("hosts", Arbitraries.of(List.of("ext.example.com"), List.of("dns.example.org"))),
        always("ports", ports()),
        always("resolution", Arbitraries.just("DNS")),
        sometimes("endpoints", endpoints("one.example.net", "192.0.2.7")));
  }

  private static Arbitrary<Map<String, Object>> dnsRoundRobin() {
    return mapping(
        always("hosts", Arbitraries.of(List.of("rr.example.com"))),
        always("ports", ports()),
        always("resolution", Arbitraries.just("DNS_ROUND_ROBIN")),
        sometimes("endpoints", Arbitraries.just(List.of(Map.of("address", "one.example.net")))));
  }

  private static Arbitrary<?> ports() {
    return Arbitraries.of(
        List.of(Map.of("number", 80, "name", "http", "protocol", "HTTP")),
        List.of(Map.of("number", 443, "name", "tls", "protocol", "TLS")),
        List.of(Map.of("number", 80, "name", "http", "protocol", "HTTP", "targetPort", 8080)),
        List.of(
            Map.of("number", 80, "name", "http", "protocol", "HTTP"),
            Map.of("number", 443, "name", "https", "protocol", "HTTPS")),
        List.of(Map.of("number", 8081, "name", "grpc", "protocol", "GRPC")));
  }

  private static Arbitrary<?> endpoints(String... addresses) {
    return both(mapping(always("address", Arbitraries.of(addresses))), details())
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  static Arbitrary<Map<String, Object>> workload() {
    return both(
        mapping(always("address", Arbitraries.of("192.0.2.11", "192.0.2.12"))),
        both(
            details(),
            mapping(
                always("labels", Arbitraries.of(Map.of("app", "vm"), Map.of("app", "reviews"))))));
  }

  private static Arbitrary<Map<String, Object>> details() {
    return mapping(
        sometimes("labels", Arbitraries.of(Map.of("version", "v1"), Map.of("version", "v2"))),
        sometimes("locality", Arbitraries.of("r1/z1/s1", "r3/z3", "r1")),
        rarely("weight", Arbitraries.of(1, 5)),
        rarely("serviceAccount", Arbitraries.of("vm-account")));
  }
}
