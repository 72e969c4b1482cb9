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

/** The {@code tls} and {@code tcp} rules of VirtualServices. */
final class RandomStreamRoute {
  private RandomStreamRoute() {}

  /** A VirtualService of services of the mesh, with rules for connections. */
  static Arbitrary<Map<String, Object>> forMesh() {
    return Arbitraries.oneOf(
        both(
            mapping(
                always(
                    "hosts",
                    Arbitraries.of(
                        List.of("ratings"),
                        List.of("ratings", "details.other.svc.cluster.local"),
                        List.of("*.default.svc.cluster.local"),
                        List.of("nowhere.example.com"))),
                always("tcp", tcp())),
            rest()),
        both(
            mapping(
                always(
                    "hosts",
                    Arbitraries.of(
                        List.of("details.other.svc.cluster.local", "*.example.com"),
                        List.of("*.example.com"))),
                always("tls", tls("a.example.com", "*.example.com", "deep.a.example.com"))),
            rest()));
  }

  /** A VirtualService of gateways, with rules for connections. */
  static Arbitrary<Map<String, Object>> forGateway() {
    return both(
        mapping(
            always(
                "hosts",
                Arbitraries.of(
                    List.of("*"), List.of("*.example.com"), List.of("*.example.com", "other.org"))),
            always("gateways", RandomVirtualService.GATEWAYS)),
        Arbitraries.oneOf(
            mapping(always("tcp", tcp())),
            mapping(always("tls", tls("a.example.com", "*.example.com", "b.example.com"))),
            mapping(always("tcp", tcp()), always("tls", tls("a.example.com", "c.example.com")))));
  }

  private static Arbitrary<Map<String, Object>> rest() {
    return mapping(
        rarely("gateways", Arbitraries.of(List.of("mesh"), List.of("mesh", "default/edge"))),
        rarely("exportTo", Arbitraries.of(List.of("."), List.of("*"), List.of("default"))));
  }

  private static Arbitrary<?> tls(String... names) {
    Arbitrary<Map<String, Object>> match =
        both(
            mapping(
                always(
                    "sniHosts",
                    Arbitraries.of(names).list().ofMinSize(1).ofMaxSize(2).uniqueElements())),
            match(443));
    return both(
            mapping(always("match", match.list().ofMinSize(1).ofMaxSize(2))),
            mapping(always("route", route())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<?> tcp() {
    return both(
            mapping(sometimes("match", match(7777).list().ofMinSize(1).ofMaxSize(2))),
            mapping(always("route", route())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<Map<String, Object>> match(int port) {
    return mapping(
        rarely("port", Arbitraries.of(port, 9000, 8888, 443)),
        rarely(
            "destinationSubnets",
            Arbitraries.of(
                List.of("10.0.1.0/24"), List.of("10.2.0.0/16", "10.0.1.2"), List.of("10.9.9.9"))),
        rarely("sourceLabels", Arbitraries.of(Map.of("app", "client"), Map.of("app", "no"))),
        rarely("sourceNamespace", Arbitraries.of("default", "other")),
        rarely(
            "gateways",
            Arbitraries.of(List.of("mesh"), List.of("default/edge"), List.of("mesh", "edge"))));
  }

  private static Arbitrary<?> route() {
    return Arbitraries.oneOf(
        mapping(always("destination", RandomVirtualService.destination())).list().ofSize(1),
        mapping(
                always("destination", RandomVirtualService.destination()),
                always("weight", Arbitraries.of(1, 25, 50, 100)))
            .list()
            .ofMinSize(2)
            .ofMaxSize(3));
  }
}
