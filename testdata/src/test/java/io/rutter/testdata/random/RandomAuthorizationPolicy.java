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
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random AuthorizationPolicies, and the providers that those with the action CUSTOM ask. */
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

  private static final Arbitrary<String> HEADERS = Arbitraries.of("x-a", "X-B*", "*-c");

  private static final Arbitrary<Map<String, Map<String, String>>> SELECTORS =
      Arbitraries.of(
          Map.of("matchLabels", Map.of("app", "reviews")),
          Map.of("matchLabels", Map.of("app", "client")),
          Map.of("matchLabels", Map.of("istio", "ingressgateway")));

  private RandomAuthorizationPolicy() {}

  static Arbitrary<Map<String, Object>> spec() {
    return Arbitraries.frequencyOf(Tuple.of(4, ofProxy()), Tuple.of(1, custom()));
  }

  private static Arbitrary<Map<String, Object>> ofProxy() {
    return mapping(
        rarely("selector", SELECTORS),
        sometimes("action", Arbitraries.of("ALLOW", "DENY", "AUDIT")),
        always("rules", rule().list().ofMinSize(1).ofMaxSize(3)));
  }

  /** A provider must not be asked about who calls. */
  private static Arbitrary<Map<String, Object>> custom() {
    return mapping(
        rarely("selector", SELECTORS),
        always("action", Arbitraries.just("CUSTOM")),
        always(
            "provider",
            mapping(always("name", Arbitraries.of("by-grpc", "by-grpc", "by-http", "nobody")))),
        always(
            "rules",
            mapping(
                    sometimes("from", inside("source", addresses()).list().ofSize(1)),
                    sometimes(
                        "to", inside("operation", operation()).list().ofMinSize(1).ofMaxSize(2)),
                    rarely("when", ofRequest().list().ofMinSize(1).ofMaxSize(2)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)));
  }

  /** The extension providers of a mesh. */
  static Arbitrary<List<Map<String, Object>>> providers() {
    Arbitrary<Map<String, Object>> grpc =
        provider("by-grpc", "envoyExtAuthzGrpc", mapping(asked()));
    Arbitrary<Map<String, Object>> http =
        provider(
            "by-http",
            "envoyExtAuthzHttp",
            RandomObject.both(
                mapping(asked()),
                mapping(
                    rarely("pathPrefix", Arbitraries.of("/check", "/a/")),
                    sometimes("includeRequestHeadersInCheck", some(HEADERS)),
                    rarely("includeHeadersInCheck", some(HEADERS)),
                    rarely(
                        "includeAdditionalHeadersInCheck",
                        Arbitraries.of(Map.of("b", "1", "a", "2"))),
                    rarely("headersToUpstreamOnAllow", some(HEADERS)),
                    rarely("headersToDownstreamOnDeny", some(HEADERS)),
                    rarely("headersToDownstreamOnAllow", some(HEADERS)))));
    return Combinators.combine(grpc, http).as(List::of);
  }

  private static Arbitrary<Map<String, Object>> provider(
      String name, String kind, Arbitrary<Map<String, Object>> provider) {
    return mapping(always("name", Arbitraries.just(name)), always(kind, provider));
  }

  private static RandomObject.Field[] asked() {
    return new RandomObject.Field[] {
      always(
          "service",
          Arbitraries.of(
              "ratings.default.svc.cluster.local",
              "ratings.default.svc.cluster.local",
              "default/ratings.default.svc.cluster.local",
              "other/ratings.default.svc.cluster.local")),
      always("port", Arbitraries.of(9080, 9080, 1)),
      rarely("timeout", Arbitraries.of("2s", "0.3s")),
      rarely("failOpen", Arbitraries.of(true, false)),
      rarely("statusOnError", Arbitraries.of("503", "401")),
      rarely(
          "includeRequestBodyInCheck",
          mapping(
              always("maxRequestBytes", Arbitraries.of(8, 4096)),
              sometimes("allowPartialMessage", Arbitraries.of(true, false)),
              rarely("packAsBytes", Arbitraries.of(true, false))))
    };
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

  private static Arbitrary<Map<String, Object>> addresses() {
    return mapping(
        always("ipBlocks", some(ADDRESSES)), rarely("notRemoteIpBlocks", some(ADDRESSES)));
  }

  private static Arbitrary<Map<String, Object>> source() {
    return RandomObject.both(addresses(), identity());
  }

  private static Arbitrary<Map<String, Object>> identity() {
    return mapping(
        sometimes("principals", some(PRINCIPALS)),
        rarely("notPrincipals", some(PRINCIPALS)),
        rarely("requestPrincipals", some(Arbitraries.of("*", "iss/*", "iss/sub", "*b"))),
        rarely("namespaces", some(Arbitraries.of("default", "a*", "shop"))),
        rarely("trustDomains", some(Arbitraries.of("cluster.local", "t*", "*"))));
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
        ofRequest(),
        condition("source.principal", PRINCIPALS),
        condition("request.auth.claims[a][b]", TEXTS));
  }

  private static Arbitrary<Map<String, Object>> ofRequest() {
    return Arbitraries.oneOf(
        condition("request.headers[x-a]", TEXTS),
        condition("source.ip", ADDRESSES),
        condition("destination.port", PORTS),
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
