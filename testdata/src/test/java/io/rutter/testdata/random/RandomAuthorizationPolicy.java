// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random AuthorizationPolicies whose action the proxy decides about itself. */
final class RandomAuthorizationPolicy {
  private static final Arbitrary<String> TEXTS =
      Arbitraries.of("a", "*", "a*", "*b", "a*b", "/api/{*}", "/x", "x.y");

  private static final Arbitrary<String> PRINCIPALS =
      Arbitraries.of(
          "cluster.local/ns/default/sa/a",
          "*/ns/shop/sa/*",
          "td/ns/a/sa/b",
          "*",
          "cluster.local/*");

  private static final Arbitrary<String> ADDRESSES =
      Arbitraries.of("10.1.2.3/8", "192.0.2.7", "fd00::/8", "0.0.0.0/0");

  private static final Arbitrary<String> PORTS = Arbitraries.of("80", "8080", "9080", "0", "7777");

  private RandomAuthorizationPolicy() {}

  static Arbitrary<Map<String, Object>> spec() {
    return mapping(
        rarely(
            "selector",
            Arbitraries.of(
                Map.of("matchLabels", Map.of("app", "reviews")),
                Map.of("matchLabels", Map.of("app", "client")),
                Map.of("matchLabels", Map.of("istio", "ingressgateway")))),
        sometimes("action", Arbitraries.of("ALLOW", "DENY", "AUDIT")),
        always("rules", rule().list().ofMinSize(1).ofMaxSize(3)));
  }

  private static Arbitrary<Map<String, Object>> rule() {
    return mapping(
        sometimes("from", inside("source", source()).list().ofMinSize(1).ofMaxSize(2)),
        sometimes("to", inside("operation", operation()).list().ofMinSize(1).ofMaxSize(2)),
        rarely("when", condition().list().ofMinSize(1).ofMaxSize(3)));
  }

  private static Arbitrary<Map<String, Object>> inside(
      String name, Arbitrary<Map<String, Object>> value) {
    return mapping(always(name, value));
  }

  private static Arbitrary<List<String>> some(Arbitrary<String> values) {
    return values.list().ofMinSize(1).ofMaxSize(2);
  }

  private static Arbitrary<Map<String, Object>> source() {
    return mapping(
        always("ipBlocks", some(ADDRESSES)),
        sometimes("principals", some(PRINCIPALS)),
        rarely("notPrincipals", some(PRINCIPALS)),
        rarely("requestPrincipals", some(Arbitraries.of("*", "iss/*", "iss/sub", "*b"))),
        rarely("namespaces", some(Arbitraries.of("default", "a*", "shop"))),
        rarely("trustDomains", some(Arbitraries.of("cluster.local", "t*", "*"))),
        rarely("notRemoteIpBlocks", some(ADDRESSES)));
  }

  private static Arbitrary<Map<String, Object>> operation() {
    return mapping(
        always("ports", some(PORTS)),
        sometimes("paths", some(TEXTS.filter(text -> !text.contains("{") || text.startsWith("/")))),
        rarely("notMethods", some(Arbitraries.of("GET", "P*"))),
        rarely("hosts", some(TEXTS.filter(text -> !text.contains("{")))));
  }

  private static Arbitrary<Map<String, Object>> condition() {
    return Arbitraries.oneOf(
        condition("request.headers[x-a]", TEXTS),
        condition("source.ip", ADDRESSES),
        condition("destination.port", PORTS),
        condition("source.principal", PRINCIPALS),
        condition("request.auth.claims[a][b]", TEXTS),
        condition("connection.sni", TEXTS),
        condition("experimental.envoy.filters.x[y]", TEXTS));
  }

  private static Arbitrary<Map<String, Object>> condition(String key, Arbitrary<String> values) {
    return mapping(
        always("key", Arbitraries.just(key)),
        always("values", some(values)),
        rarely("notValues", some(values)));
  }
}
