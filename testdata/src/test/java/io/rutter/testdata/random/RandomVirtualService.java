// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.both;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.oneOf;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** VirtualServices for the mesh of {@link RandomMesh}, valid by Istio's own rules. */
final class RandomVirtualService {
  private static final Arbitrary<List<String>> MESH_HOSTS =
      Arbitraries.of(
          List.of("reviews"),
          List.of("reviews.default.svc.cluster.local"),
          List.of("ratings", "details"),
          List.of("details.other.svc.cluster.local"),
          List.of("*.other.svc.cluster.local"),
          List.of("ext.example.com"),
          List.of("*.example.com"),
          List.of("unknown.example.org", "reviews"),
          List.of("headless"),
          List.of("10.9.9.9"));
  private static final Arbitrary<List<String>> GATEWAY_HOSTS =
      Arbitraries.of(
          List.of("a.example.com"),
          List.of("b.example.com", "c.example.com"),
          List.of("*.example.com"),
          List.of("*"),
          List.of("deep.a.example.com"),
          List.of("other.org"));

  /** The gateways that a VirtualService can be of. */
  static final Arbitrary<List<String>> GATEWAYS =
      Arbitraries.of(
          List.of("default/edge"),
          List.of("default/edge"),
          List.of("default/edge", "default/second"),
          List.of("edge"),
          List.of("default/second", "istio-system/edge"),
          List.of("edge.default"),
          List.of("default/second"));

  private RandomVirtualService() {}

  static Arbitrary<Map<String, Object>> forMesh() {
    return mapping(
        always("hosts", MESH_HOSTS),
        rarely("gateways", Arbitraries.of(List.of("mesh"), List.of("mesh", "edge"))),
        rarely("exportTo", Arbitraries.of(List.of("."), List.of("*"), List.of("other", "default"))),
        always("http", rules()));
  }

  static Arbitrary<Map<String, Object>> forGateway() {
    return mapping(
        always("hosts", GATEWAY_HOSTS),
        always("gateways", GATEWAYS),
        rarely("exportTo", Arbitraries.of(List.of("istio-system"), List.of("*"))),
        always("http", rules()));
  }

  private static Arbitrary<?> rules() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, routed()),
            Tuple.of(1, redirected()),
            Tuple.of(1, answered()),
            Tuple.of(1, RandomDelegation.delegating()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  /** Rules that hold routes. */
  static Arbitrary<?> httpRoutes() {
    return Arbitraries.oneOf(routed(), redirected(), answered()).list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<Map<String, Object>> common() {
    return mapping(
        rarely("name", Arbitraries.of("first", "second", "third")),
        sometimes("match", matches()),
        rarely("headers", headers()),
        rarely("corsPolicy", cors()));
  }

  private static Arbitrary<Map<String, Object>> routed() {
    return both(
        common(),
        both(
            mapping(
                always("route", destinations()),
                rarely("rewrite", rewrite()),
                rarely("timeout", duration()),
                rarely("retries", retries()),
                rarely("fault", fault())),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Map.of())),
                Tuple.of(1, mapping(always("mirrors", mirrors()))),
                Tuple.of(
                    1,
                    mapping(
                        always("mirror", destination()),
                        rarely("mirrorPercent", Arbitraries.of(0, 40)),
                        rarely("mirrorPercentage", percent()))))));
  }

  private static Arbitrary<?> mirrors() {
    return mapping(always("destination", destination()), sometimes("percentage", percent()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  private static Arbitrary<Map<String, Object>> redirected() {
    Arbitrary<Map<String, Object>> target =
        Arbitraries.oneOf(
            mapping(
                always("uri", Arbitraries.of("/new", "/other/")),
                sometimes("authority", Arbitraries.of("moved.example.com"))),
            mapping(
                always("authority", Arbitraries.of("moved.example.com")),
                sometimes("scheme", Arbitraries.of("http", "https"))),
            mapping(
                always("scheme", Arbitraries.of("https")),
                rarely("uri", Arbitraries.of("/secure"))));
    return both(
        common(),
        mapping(
            always(
                "redirect",
                both(
                    target,
                    both(
                        mapping(sometimes("redirectCode", Arbitraries.of(301, 302, 303, 307, 308))),
                        Arbitraries.of(
                            Map.of(),
                            Map.of("port", 80),
                            Map.of("port", 8443),
                            Map.of("port", 443),
                            Map.of("derivePort", "FROM_REQUEST_PORT"),
                            Map.of("derivePort", "FROM_PROTOCOL_DEFAULT")))))));
  }

  private static Arbitrary<Map<String, Object>> answered() {
    return both(
        common(),
        mapping(
            always(
                "directResponse",
                mapping(
                    always("status", Arbitraries.of(200, 404, 503)),
                    sometimes(
                        "body",
                        oneOf(
                            always("string", Arbitraries.of("sorry", "")),
                            always("bytes", Arbitraries.of("aGVsbG8=", "/w==", ""))))))));
  }

  /** Conditions, of which one has to hold. */
  static Arbitrary<?> matches() {
    return match().list().ofMinSize(1).ofMaxSize(3);
  }

  private static Arbitrary<Map<String, Object>> match() {
    return mapping(
        rarely("name", Arbitraries.of("m1", "m2")),
        sometimes("uri", uriMatch()),
        rarely("method", stringMatch(List.of("GET", "POST"))),
        rarely("authority", stringMatch(List.of("a.example.com", "reviews"))),
        rarely("scheme", stringMatch(List.of("http", "https"))),
        rarely("headers", matches(List.of("x-user", "X-A", "cookie", ":method", ":authority"))),
        rarely("withoutHeaders", matches(List.of("x-not", "x-b"))),
        rarely("queryParams", matches(List.of("q"))),
        rarely("ignoreUriCase", Arbitraries.of(true, false)),
        rarely("port", Arbitraries.of(80, 9080, 443)),
        rarely("sourceLabels", Arbitraries.of(Map.of("app", "client"), Map.of("app", "no"))),
        rarely("sourceNamespace", Arbitraries.of("default", "other")),
        rarely(
            "gateways",
            Arbitraries.of(List.of("mesh"), List.of("default/edge"), List.of("mesh", "edge"))),
        rarely("statPrefix", Arbitraries.of("stat")));
  }

  private static Arbitrary<Map<String, Object>> uriMatch() {
    return oneOf(
        always("prefix", Arbitraries.of("/", "/a", "/a/b", "/products", "")),
        always("exact", Arbitraries.of("/", "/a", "/login")),
        always("regex", Arbitraries.of(".*", "/a/[0-9]+", "/(x|y)")));
  }

  private static Arbitrary<Map<String, Object>> stringMatch(List<String> values) {
    return oneOf(
        always("exact", Arbitraries.of(values)),
        always("prefix", Arbitraries.of(values)),
        always("regex", Arbitraries.of(".+", "a|b")));
  }

  private static Arbitrary<?> matches(List<String> names) {
    Arbitrary<Map<String, Object>> match =
        Arbitraries.oneOf(stringMatch(List.of("v1", "jason", "1")), Arbitraries.just(Map.of()));
    return Arbitraries.maps(Arbitraries.of(names), match)
        .ofMinSize(1)
        .ofMaxSize(Math.min(2, names.size()));
  }

  private static Arbitrary<?> destinations() {
    return Arbitraries.oneOf(
        mapping(always("destination", destination()), rarely("headers", headers()))
            .list()
            .ofSize(1),
        mapping(
                always("destination", destination()),
                always("weight", Arbitraries.of(1, 25, 50, 100)),
                rarely("headers", headers()))
            .list()
            .ofMinSize(2)
            .ofMaxSize(3),
        Arbitraries.just(
            List.of(
                Map.of("destination", Map.of("host", "reviews"), "weight", 0),
                Map.of("destination", Map.of("host", "ratings"), "weight", 10))));
  }

  static Arbitrary<Map<String, Object>> destination() {
    return mapping(
        always(
            "host",
            Arbitraries.of(
                "reviews",
                "ratings.default.svc.cluster.local",
                "details.other.svc.cluster.local",
                "ext.example.com",
                "nowhere",
                "headless")),
        sometimes("subset", Arbitraries.of("v1", "v2", "v9")),
        sometimes("port", mapping(always("number", Arbitraries.of(80, 9080, 443, 7777)))));
  }

  static Arbitrary<Map<String, Object>> headers() {
    return mapping(
        sometimes("request", operations(true)), sometimes("response", operations(false)));
  }

  private static Arbitrary<Map<String, Object>> operations(boolean request) {
    List<String> names =
        request ? List.of("x-one", "x-two", "host") : List.of("x-one", "x-two", "server");
    return mapping(
        sometimes(
            "set",
            Arbitraries.maps(Arbitraries.of(names), Arbitraries.of("a", "b %REQ(x)%"))
                .ofMinSize(1)
                .ofMaxSize(2)),
        sometimes(
            "add",
            Arbitraries.maps(Arbitraries.of("x-one", "x-three"), Arbitraries.of("c"))
                .ofMinSize(1)
                .ofMaxSize(2)),
        sometimes("remove", Arbitraries.of("x-gone", "cookie").list().uniqueElements().ofSize(1)));
  }

  private static Arbitrary<Map<String, Object>> rewrite() {
    return Arbitraries.oneOf(
        mapping(
            always("uri", Arbitraries.of("/", "/v2")),
            rarely("authority", Arbitraries.of("x.org"))),
        mapping(always("authority", Arbitraries.of("only.example.com"))),
        mapping(
            always(
                "uriRegexRewrite",
                mapping(
                    always("match", Arbitraries.of("^/a/(.*)$")),
                    always("rewrite", Arbitraries.of("/b/\\1"))))));
  }

  static Arbitrary<Map<String, Object>> retries() {
    Arbitrary<Map<String, Object>> on =
        mapping(
            always("attempts", Arbitraries.of(1, 3)),
            sometimes("perTryTimeout", duration()),
            sometimes(
                "retryOn",
                Arbitraries.of(
                    "5xx",
                    "503",
                    "gateway-error,connect-failure",
                    "503,reset,504",
                    "retriable-status-codes,429")),
            rarely("retryRemoteLocalities", Arbitraries.of(true, false)),
            rarely("retryIgnorePreviousHosts", Arbitraries.of(true, false)),
            rarely("backoff", duration()));
    return Arbitraries.frequencyOf(
        Tuple.of(5, on), Tuple.of(1, Arbitraries.just(Map.of("attempts", 0))));
  }

  static Arbitrary<Map<String, Object>> fault() {
    Arbitrary<Map<String, Object>> delay =
        mapping(
            always("fixedDelay", duration()),
            sometimes("percentage", percent()),
            rarely("percent", Arbitraries.of(0, 30)));
    Arbitrary<Map<String, Object>> abort =
        both(
            oneOf(
                always("httpStatus", Arbitraries.of(400, 503)),
                always("grpcStatus", Arbitraries.of("UNAVAILABLE", "NOT_FOUND"))),
            mapping(sometimes("percentage", percent())));
    return Arbitraries.oneOf(
        mapping(always("delay", delay), sometimes("abort", abort)),
        mapping(always("abort", abort)));
  }

  static Arbitrary<Map<String, Object>> cors() {
    return mapping(
        sometimes(
            "allowOrigins",
            stringMatch(List.of("https://example.com")).list().ofMinSize(1).ofMaxSize(2)),
        rarely("allowOrigin", Arbitraries.of(List.of("https://old.example.com"), List.of("*"))),
        sometimes("allowMethods", Arbitraries.of(List.of("GET"), List.of("GET", "POST"))),
        sometimes("allowHeaders", Arbitraries.of(List.of("x-a"), List.of("x-a", "x-b"))),
        rarely("exposeHeaders", Arbitraries.of(List.of("x-e"), List.of("x-e", "x-f"))),
        sometimes("maxAge", Arbitraries.of("24h", "90s")),
        rarely("allowCredentials", Arbitraries.of(true, false)),
        rarely("unmatchedPreflights", Arbitraries.of("FORWARD", "IGNORE")));
  }

  private static Arbitrary<Map<String, Object>> percent() {
    return mapping(always("value", Arbitraries.of(0.57, 10, 100, 0.0003, 33.3)));
  }

  static Arbitrary<String> duration() {
    return Arbitraries.of("1s", "2.5s", "0.030s", "1500ms", "1m");
  }
}
