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

/**
 * Meshes with AuthorizationPolicies whose conditions often exclude each other,
 * RequestAuthentications and PeerAuthentications, and a workload with ports of HTTP and of TCP.
 */
public final class RandomPolicyMesh {
  private static final String WORKLOAD =
      """
      ---
      {apiVersion: v1, kind: Service, metadata: {name: client, namespace: default},
        spec: {clusterIP: 10.0.1.7, selector: {app: client}, ports: [{name: http, port: 80, targetPort: 9080},
          {name: tcp-db, port: 7777}]}}
      """;

  /** A policy that denies much, some of which others may allow. */
  private static final String DENYING =
      """
      ---
      {apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: much, namespace: %s},
        spec: {action: DENY, rules: [%s]}}
      """;

  private RandomPolicyMesh() {}

  /** Such meshes, as YAML. */
  public static Arbitrary<String> yaml() {
    Arbitrary<String> meshes =
        RandomMesh.ofPolicies(
            Arbitraries.oneOf(RandomAuthorizationPolicy.spec(), spec()),
            RandomTokens.requestAuthentication());
    Arbitrary<String> denying =
        Combinators.combine(
                Arbitraries.of("default", "istio-system"),
                Arbitraries.of(
                    "{to: [{operation: {paths: [/api/*, /x*]}}]}",
                    "{from: [{source: {namespaces: ['a*', shop]}}, {source: {ipBlocks:"
                        + " [10.0.0.0/8]}}]}",
                    "{from: [{source: {notPrincipals: ['*']}}]}",
                    "{to: [{operation: {notMethods: [DELETE], notPorts: ['7777']}}]}",
                    "{when: [{key: source.ip, notValues: [192.0.2.7]}]}"))
            .as(DENYING::formatted);
    return Combinators.combine(meshes, denying).as((yaml, policy) -> yaml + WORKLOAD + policy);
  }

  private static Arbitrary<Map<String, Object>> spec() {
    return mapping(
        rarely(
            "selector",
            Arbitraries.of(
                Map.of("matchLabels", Map.of("app", "client")),
                Map.of("matchLabels", Map.of("istio", "ingressgateway")),
                Map.of("matchLabels", Map.of("app", "gone")))),
        sometimes("action", Arbitraries.of("ALLOW", "DENY")),
        always("rules", rule().list().ofMinSize(1).ofMaxSize(2)));
  }

  private static Arbitrary<Map<String, Object>> rule() {
    return mapping(
        sometimes("from", inside("source", source()).list().ofSize(1)),
        sometimes("to", inside("operation", operation()).list().ofMinSize(1).ofMaxSize(2)),
        rarely("when", condition().list().ofMinSize(1).ofMaxSize(2)));
  }

  private static Arbitrary<Map<String, Object>> inside(
      String name, Arbitrary<Map<String, Object>> value) {
    return mapping(always(name, value));
  }

  private static Arbitrary<List<String>> some(String... values) {
    return Arbitraries.of(values).list().ofMinSize(1).ofMaxSize(2);
  }

  private static Arbitrary<Map<String, Object>> source() {
    String[] principals = {
      "cluster.local/ns/a/sa/a", "cluster.local/ns/a/*", "*", "td/ns/ab/sa/b", "*/sa/b"
    };
    String[] tokens = {"iss/sub", "iss/*", "*", "iss", "*b"};
    return mapping(
            rarely("principals", some(principals)),
            rarely("notPrincipals", some(principals)),
            rarely("namespaces", some("a", "a*", "*b", "shop")),
            rarely("notNamespaces", some("a", "a*", "shop")),
            rarely("trustDomains", some("cluster.local", "t*")),
            rarely("requestPrincipals", some(tokens)),
            rarely("notRequestPrincipals", some(tokens)),
            rarely("ipBlocks", some("10.0.0.0/8", "10.9.0.0/16", "192.0.2.7")),
            rarely("notIpBlocks", some("10.0.0.0/8", "192.0.2.7", "fd00::/8")))
        .filter(source -> !source.isEmpty());
  }

  private static Arbitrary<Map<String, Object>> operation() {
    String[] paths = {"/x", "/x*", "/api/*", "*b", "/api/{*}", "/api/q", "*", "/x?y", "x"};
    String[] methods = {"GET", "P*", "POST", "*", "get"};
    return mapping(
            sometimes("paths", some(paths)),
            rarely("notPaths", some(paths)),
            rarely("methods", some(methods)),
            rarely("notMethods", some(methods)),
            rarely("hosts", some("A", "a*", "b", "*")),
            rarely("notHosts", some("a", "*b")),
            rarely("ports", some("9080", "7777", "80", "8080")),
            rarely("notPorts", some("9080", "7777")))
        .filter(operation -> !operation.isEmpty());
  }

  private static Arbitrary<Map<String, Object>> condition() {
    return Arbitraries.oneOf(
        condition("request.headers[x-a]", "a", "b", "a*"),
        condition("source.ip", "10.9.9.9", "10.0.0.0/8", "192.0.2.7"),
        condition("destination.port", "9080", "7777", "8080"),
        condition("source.namespace", "a", "shop", "a*"),
        condition("request.auth.claims[a][b]", "a", "b", "*"),
        condition("connection.sni", "a", "b", "*b"));
  }

  private static Arbitrary<Map<String, Object>> condition(String key, String... values) {
    return mapping(
        always("key", Arbitraries.just(key)),
        always("values", some(values)),
        rarely("notValues", some(values)));
  }
}
