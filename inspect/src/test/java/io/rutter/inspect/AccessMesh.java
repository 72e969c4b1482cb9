// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;

/** A workload with an HTTP and a TCP port, and the policies of a test. */
final class AccessMesh {
  private static final String BASE =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: web-1, namespace: shop}
      spec: {ipAddresses: [10.1.0.1], labels: {app: web}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        clusterIP: 10.0.0.1
        selector: {app: web}
        ports:
        - {name: http, port: 80, targetPort: 8080}
        - {name: tcp-db, port: 5432, targetPort: 5432}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web-1, namespace: shop, labels: {app: web}}
      spec: {serviceAccountName: web, containers: [{name: web}]}
      status: {podIP: 10.1.0.1, podIPs: [{ip: 10.1.0.1}], phase: Running}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: web-a, namespace: shop, labels: {kubernetes.io/service-name: web}}
      addressType: IPv4
      ports:
      - {name: http, port: 8080}
      - {name: tcp-db, port: 5432}
      endpoints:
      - {addresses: [10.1.0.1], targetRef: {kind: Pod, name: web-1, namespace: shop}}
      """;

  /** A key that Envoy takes. */
  static final String JWKS =
      "'{\"keys\": [{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\":"
          + " \"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\", \"y\":"
          + " \"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}'";

  private AccessMesh() {}

  /** The workload with these documents. */
  static Simulator with(String documents) {
    LoadResult input = YamlLoader.create().load(YamlSource.text("mesh.yaml", BASE + documents));
    assertThat(input.hasErrors()).as(input.problems().toString()).isFalse();
    CompiledMesh mesh = Translator.create().compile(input.snapshot());
    Proxy proxy = mesh.snapshot().proxies().get(0);
    return Simulator.of(mesh.translate(proxy)).withSources(input.sources());
  }

  /** The workload with one policy, in flow style: {@code action: DENY, rules: []}. */
  static Simulator withPolicy(String spec) {
    return with(policy("p", spec));
  }

  /** A policy in its namespace. */
  static String policy(String name, String spec) {
    return """
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: shop}
        spec: {%s}
        """
        .formatted(name, spec);
  }

  /** Rules for tokens in its namespace, in flow style. */
  static String tokens(String name, String jwtRules) {
    return """
        ---
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: %s, namespace: shop}
        spec: {jwtRules: [%s]}
        """
        .formatted(name, jwtRules);
  }

  /** A call of the HTTP port that enters the pod. */
  static CallDescription.Builder call(String path) {
    return CallDescription.builder()
        .url("http://web.shop.svc.cluster.local" + path)
        .mode(CallMode.INBOUND);
  }

  /** A connection to the TCP port that enters the pod. */
  static CallDescription.Builder connection() {
    return CallDescription.builder()
        .url("tcp://web.shop.svc.cluster.local:5432")
        .mode(CallMode.INBOUND);
  }

  /** What Envoy answers, or 200 if the workload gets the call; 0 for a closed connection. */
  static int status(Simulator simulator, CallDescription.Builder call) {
    CallResult result = simulator.call(call.build());
    if (result.denial().isEmpty()) {
      assertThat(result.cluster()).as(result.toString()).isPresent();
      return 200;
    }
    return result.errorStatus().orElse(0);
  }
}
