// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static io.rutter.testdata.random.RandomObject.always;
import static io.rutter.testdata.random.RandomObject.both;
import static io.rutter.testdata.random.RandomObject.mapping;
import static io.rutter.testdata.random.RandomObject.oneOf;
import static io.rutter.testdata.random.RandomObject.rarely;
import static io.rutter.testdata.random.RandomObject.sometimes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** DestinationRules for the mesh of {@link RandomMesh}, valid by Istio's own rules. */
final class RandomDestinationRule {
  private RandomDestinationRule() {}

  static Arbitrary<Map<String, Object>> spec() {
    return mapping(
            always(
                "host",
                Arbitraries.of(
                    "reviews.default.svc.cluster.local",
                    "reviews.default.svc.cluster.local",
                    "ratings.default.svc.cluster.local",
                    "details.other.svc.cluster.local",
                    "*.default.svc.cluster.local",
                    "*.local",
                    "ext.example.com",
                    "rr.example.com",
                    "none.example.com",
                    "*.none.org",
                    "*.example.com",
                    "static.example.com",
                    "static.example.com",
                    "svc.default.svc.cluster.local",
                    "headless.default.svc.cluster.local")),
            sometimes("trafficPolicy", trafficPolicy()),
            rarely(
                "exportTo",
                Arbitraries.of(List.of("."), List.of("*"), List.of("default", "other"))),
            rarely("workloadSelector", RandomLocality.workloadSelector()),
            sometimes("subsets", subsets()))
        .map(RandomDestinationRule::privateWithSelector);
  }

  /** A rule for chosen workloads may only be for its own namespace. */
  private static Map<String, Object> privateWithSelector(Map<String, Object> spec) {
    if (spec.containsKey("workloadSelector")) {
      spec.remove("exportTo");
    }
    return spec;
  }

  private static Arbitrary<Map<String, Object>> trafficPolicy() {
    return both(
        both(
            oneOf(
                always("loadBalancer", loadBalancer()),
                always("connectionPool", connectionPool()),
                always("outlierDetection", outlierDetection()),
                always("tls", tls())),
            policyBlocks()),
        mapping(
            rarely("portLevelSettings", portLevelSettings()),
            rarely(
                "retryBudget",
                mapping(
                    sometimes("percent", Arbitraries.of(10, 33.5)),
                    sometimes("minRetryConcurrency", Arbitraries.of(0, 7)))),
            rarely("proxyProtocol", mapping(always("version", Arbitraries.of("V1", "V2"))))));
  }

  private static Arbitrary<Map<String, Object>> policyBlocks() {
    return mapping(
        rarely("loadBalancer", loadBalancer()),
        rarely("connectionPool", connectionPool()),
        rarely("outlierDetection", outlierDetection()),
        rarely("tls", tls()));
  }

  private static Arbitrary<?> portLevelSettings() {
    return both(
            mapping(always("port", mapping(always("number", Arbitraries.of(80, 9080, 443, 7777))))),
            both(
                oneOf(
                    always("outlierDetection", outlierDetection()),
                    always("tls", tls()),
                    always("loadBalancer", loadBalancer()),
                    always("connectionPool", connectionPool())),
                policyBlocks()))
        .list()
        .ofSize(1);
  }

  private static Arbitrary<?> subsets() {
    return mapping(
            sometimes(
                "labels",
                Arbitraries.of(
                    Map.of("version", "v1"),
                    Map.of("version", "v2"),
                    Map.of("version", "v9"),
                    Map.of("topology.kubernetes.io/region", "r1"))),
            sometimes("trafficPolicy", trafficPolicy()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(RandomDestinationRule::named);
  }

  private static List<Map<String, Object>> named(List<Map<String, Object>> subsets) {
    List<Map<String, Object>> named = new ArrayList<>();
    for (Map<String, Object> subset : subsets) {
      Map<String, Object> withName = new LinkedHashMap<>();
      withName.put("name", "v" + (named.size() + 1));
      withName.putAll(subset);
      named.add(withName);
    }
    return named;
  }

  private static Arbitrary<Map<String, Object>> loadBalancer() {
    return both(
        oneOf(
            always(
                "simple",
                Arbitraries.of(
                    "UNSPECIFIED",
                    "LEAST_CONN",
                    "LEAST_REQUEST",
                    "ROUND_ROBIN",
                    "RANDOM",
                    "PASSTHROUGH")),
            always("consistentHash", consistentHash())),
        mapping(
            rarely("localityLbSetting", RandomLocality.setting()),
            rarely("warmupDurationSecs", Arbitraries.of("20s")),
            rarely(
                "warmup",
                mapping(
                    always("duration", Arbitraries.of("30s", "1m")),
                    sometimes("minimumPercent", Arbitraries.of(5, 50)),
                    sometimes("aggression", Arbitraries.of(1.5, 2))))));
  }

  private static Arbitrary<Map<String, Object>> consistentHash() {
    return both(
        oneOf(
            always("httpHeaderName", Arbitraries.of("x-user")),
            always(
                "httpCookie",
                mapping(
                    always("name", Arbitraries.of("session")),
                    sometimes("path", Arbitraries.of("/")),
                    sometimes("ttl", Arbitraries.of("0s", "60s")))),
            always("useSourceIp", Arbitraries.of(true)),
            always("httpQueryParameterName", Arbitraries.of("q"))),
        Arbitraries.oneOf(
            Arbitraries.just(Map.of()),
            mapping(always("maglev", Arbitraries.just(Map.of("tableSize", 65537)))),
            mapping(always("minimumRingSize", Arbitraries.of(0, 512))),
            mapping(
                always("ringHash", Arbitraries.of(Map.of(), Map.of("minimumRingSize", 2048))))));
  }

  private static Arbitrary<Map<String, Object>> connectionPool() {
    Arbitrary<Map<String, Object>> tcp =
        mapping(
            always("maxConnections", Arbitraries.of(10, 100)),
            sometimes("connectTimeout", Arbitraries.of("1s", "0.5s")),
            rarely("idleTimeout", Arbitraries.of("30s")),
            rarely("maxConnectionDuration", Arbitraries.of("300s")),
            rarely(
                "tcpKeepalive",
                Arbitraries.of(Map.of(), Map.of("probes", 3, "time", "60s", "interval", "5.5s"))));
    Arbitrary<Map<String, Object>> http =
        mapping(
            sometimes("http1MaxPendingRequests", Arbitraries.of(1, 50)),
            sometimes("http2MaxRequests", Arbitraries.of(7)),
            sometimes("maxRequestsPerConnection", Arbitraries.of(5)),
            rarely("maxRetries", Arbitraries.of(4)),
            rarely("idleTimeout", Arbitraries.of("15s")),
            rarely("maxConcurrentStreams", Arbitraries.of(9)),
            rarely(
                "http2KeepAlive",
                Arbitraries.of(
                    Map.of("interval", "10s", "timeout", "5s"),
                    Map.of("interval", "1.5s", "timeout", "1s"))),
            rarely("h2UpgradePolicy", Arbitraries.of("UPGRADE", "DO_NOT_UPGRADE", "DEFAULT")));
    return Arbitraries.oneOf(
        mapping(always("tcp", tcp)),
        mapping(always("http", http)),
        mapping(always("tcp", tcp), always("http", http)),
        Arbitraries.just(Map.of("http", Map.of("useClientProtocol", true))));
  }

  private static Arbitrary<Map<String, Object>> outlierDetection() {
    return mapping(
        sometimes("consecutive5xxErrors", Arbitraries.of(0, 5)),
        rarely("consecutiveGatewayErrors", Arbitraries.of(0, 3)),
        sometimes("interval", Arbitraries.of("10s")),
        sometimes("baseEjectionTime", Arbitraries.of("30s", "1.5s")),
        rarely("splitExternalLocalOriginErrors", Arbitraries.just(true)),
        rarely("maxEjectionPercent", Arbitraries.of(0, 50)),
        rarely("minHealthPercent", Arbitraries.of(0, 40)));
  }

  private static Arbitrary<Map<String, Object>> tls() {
    return Arbitraries.oneOf(
        mapping(always("mode", Arbitraries.of("DISABLE", "ISTIO_MUTUAL"))),
        mapping(
            always("mode", Arbitraries.just("SIMPLE")),
            sometimes("sni", Arbitraries.of("sni.example.com")),
            sometimes("caCertificates", Arbitraries.of("/etc/ca.pem")),
            sometimes("subjectAltNames", Arbitraries.of(List.of("a"), List.of("b", "c"))),
            rarely("caCrl", Arbitraries.of("/etc/crl.pem"))),
        mapping(
            always("mode", Arbitraries.just("SIMPLE")),
            always("insecureSkipVerify", Arbitraries.of(true, false)),
            sometimes("sni", Arbitraries.of("sni.example.com"))),
        mapping(
            always("mode", Arbitraries.just("ISTIO_MUTUAL")),
            sometimes("sni", Arbitraries.of("sni.example.com")),
            sometimes("subjectAltNames", Arbitraries.of(List.of("a"), List.of("b", "c")))),
        mapping(
            always("mode", Arbitraries.just("MUTUAL")),
            always("clientCertificate", Arbitraries.just("/etc/c.pem")),
            always("privateKey", Arbitraries.just("/etc/k.pem")),
            sometimes("caCertificates", Arbitraries.of("/etc/ca.pem"))),
        mapping(
            always("mode", Arbitraries.of("SIMPLE", "MUTUAL")),
            sometimes("sni", Arbitraries.of("sni.example.com")),
            always(
                "credentialName",
                Arbitraries.of("cred", "kubernetes://cred", "builtin://", "sds://cred"))));
  }
}
