// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static io.rutter.testdata.analysis.InactiveObjectsTest.assertFoundOnlyWithout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies name may be made by objects that are not translated. */
class PolicyInactiveObjectsTest {
  /** A Service with a pod. */
  private static final String WEB =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec: {clusterIP: 10.1.0.2, selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: default, labels: {app: web, version: v1}}
      spec: {serviceAccountName: web, containers: [{name: c, ports: [{containerPort: 8080}]}]}
      status: {podIP: 10.9.1.1, phase: Running, conditions: [{type: Ready, status: "True"}]}
      ---
      """;

  @Test
  void aPolicyForAGatewayOfTheGatewayApi() {
    assertFoundOnlyWithout(
        WEB
            + """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: p, namespace: default}
            spec: {targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge}]}
            ---
            """,
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: edge, namespace: default}
        spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
        """,
        "selects-nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter, metadata: {name: t}, spec: {}}",
        "{apiVersion: security.istio.io/v1, kind: RequestAuthentication, metadata: {name: t}, spec:"
            + " {jwtRules: [{}]}}",
      })
  void whatLooksAtTokens(String object) {
    assertFoundOnlyWithout(
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: p, namespace: default}
        spec: {rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}
        ---
        """,
        object,
        "no-request-authentication");
  }

  @Test
  void aServiceAccountWithoutAPod() {
    assertFoundOnlyWithout(
        WEB
            + """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: p, namespace: default}
            spec: {rules: [{from: [{source: {serviceAccounts: [nightly]}}]}]}
            ---
            """,
        "{apiVersion: v1, kind: ServiceAccount, metadata: {name: nightly, namespace: default}}",
        "unknown-account");
  }
}
