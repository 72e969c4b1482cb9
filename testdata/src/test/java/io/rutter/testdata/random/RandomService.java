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

/** Services of Kubernetes for the mesh of {@link RandomMesh}, and settings of that mesh. */
final class RandomService {
  private RandomService() {}

  static Arbitrary<Map<String, Object>> spec() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, selecting("10.0.2.1")),
        net.jqwik.api.Tuple.of(1, selecting("None")),
        net.jqwik.api.Tuple.of(
            1,
            mapping(
                always("type", Arbitraries.just("ExternalName")),
                always("externalName", Arbitraries.of("ext.example.com", "elsewhere.example")),
                always("ports", ports()))));
  }

  private static Arbitrary<Map<String, Object>> selecting(String clusterIp) {
    return both(
        mapping(always("clusterIP", Arbitraries.just(clusterIp)), always("ports", ports())),
        mapping(
            sometimes("selector", Arbitraries.of(Map.of("app", "vm"), Map.of("app", "reviews"))),
            rarely("internalTrafficPolicy", Arbitraries.of("Local", "Cluster")),
            rarely(
                "trafficDistribution",
                Arbitraries.of("PreferClose", "PreferSameZone", "PreferSameNode"))));
  }

  private static Arbitrary<?> ports() {
    return Arbitraries.of(
        List.of(Map.of("name", "http", "port", 80, "targetPort", 8080)),
        List.of(Map.of("name", "grpc-a", "port", 80, "targetPort", 9080)),
        List.of(Map.of("name", "a", "port", 9080, "targetPort", 9080, "appProtocol", "http2")),
        List.of(
            Map.of("name", "tcp", "port", 7777, "targetPort", 7777),
            Map.of("name", "other", "port", 443, "targetPort", 8443)));
  }

  /** A {@code PeerAuthentication}. */
  static Arbitrary<Map<String, Object>> peerAuthentication() {
    Arbitrary<Map<String, Object>> mode =
        mapping(always("mode", Arbitraries.of("STRICT", "PERMISSIVE", "DISABLE", "UNSET")));
    return Arbitraries.oneOf(
        mapping(always("mtls", mode)),
        mapping(
            always(
                "selector",
                Arbitraries.of(
                    Map.of("matchLabels", Map.of("app", "reviews")),
                    Map.of("matchLabels", Map.of("version", "v2")),
                    Map.of("matchLabels", Map.of("app", "client")))),
            sometimes("mtls", mode),
            rarely(
                "portLevelMtls",
                Arbitraries.of(
                    Map.of(9080, Map.of("mode", "DISABLE")),
                    Map.of(8080, Map.of("mode", "STRICT"), 80, Map.of("mode", "DISABLE"))))));
  }

  /** A {@code MeshConfig}. */
  static Arbitrary<Map<String, Object>> meshConfig() {
    return mapping(
        rarely("enableAutoMtls", Arbitraries.just(false)),
        rarely("connectTimeout", Arbitraries.of("3s")),
        rarely("h2UpgradePolicy", Arbitraries.of("UPGRADE", "DO_NOT_UPGRADE")),
        rarely("localityLbSetting", RandomLocality.setting()),
        rarely("tcpKeepalive", Arbitraries.of(Map.of("probes", 3), Map.of("time", "10s"))),
        rarely("dnsRefreshRate", Arbitraries.of("5s", "90s")),
        rarely("trustDomainAliases", Arbitraries.of(List.of("old"), List.of("a", "b"))),
        rarely(
            "outboundTrafficPolicy",
            Arbitraries.of(Map.of("mode", "REGISTRY_ONLY"), Map.of("mode", "ALLOW_ANY"))),
        rarely("inboundTrafficPolicy", Arbitraries.of(Map.of("mode", "LOCALHOST"), Map.of())),
        rarely(
            "defaultTrafficPolicy",
            Arbitraries.of(
                Map.of("outlierDetection", Map.of("consecutive5xxErrors", 9)),
                Map.of("connectionPool", Map.of("tcp", Map.of("maxConnections", 77))))));
  }
}
