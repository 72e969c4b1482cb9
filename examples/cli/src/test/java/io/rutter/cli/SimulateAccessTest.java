// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rutter simulate}: who may call. */
class SimulateAccessTest {
  private static final String MESH =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: web-1, namespace: shop}
      spec: {ipAddresses: [10.1.0.1], labels: {app: web}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {clusterIP: 10.0.0.1, selector: {app: web}, ports: [{name: http, port: 80}]}
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: web, namespace: shop}
      spec:
        rules:
        - from: [{source: {principals: [cluster.local/ns/shop/sa/front]}}]
        - from: [{source: {requestPrincipals: ["https://id.example.com/me"]}}]
      ---
      apiVersion: security.istio.io/v1
      kind: RequestAuthentication
      metadata: {name: web, namespace: shop}
      spec:
        jwtRules:
        - issuer: https://id.example.com
          jwks: '{"keys": [{"kty": "EC", "crv": "P-256",
            "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}'
      """;

  private static final String[] CALL = {"simulate", "-", "--mode", "inbound", "http://web:80/"};

  private static CommandRun simulate(String... options) {
    String[] all = new String[CALL.length + options.length];
    System.arraycopy(CALL, 0, all, 0, CALL.length);
    System.arraycopy(options, 0, all, CALL.length, options.length);
    return rutterOn(MESH, all);
  }

  @Test
  void strangersAreRefused() {
    CommandRun run = simulate();

    assertThat(run.out())
        .contains("-> denied: access denied, Envoy answers 403")
        .contains("AuthorizationPolicy/shop/web rule 0  <stdin>:16:5")
        .contains("not AuthorizationPolicy/shop/web rule 1: claim [iss]");
    assertThat(run.status()).isZero();
  }

  @Test
  void thoseWhoSayWhoTheyAreGetThrough() {
    String cluster = "-> inbound|80||";

    assertThat(simulate("--peer", "cluster.local/ns/shop/sa/front").out()).contains(cluster);
    assertThat(simulate("--claim", "iss=https://id.example.com", "--claim", "sub=me").out())
        .contains(cluster);
    assertThat(simulate("--claims", "{\"sub\": \"me\"}").out()).contains(cluster);
    assertThat(simulate("--claims", "{\"sub\": \"you\"}").out()).contains("-> denied");
    assertThat(
            simulate("--claims", "{\"sub\": \"me\", \"exp\": 1}", "--time", "2026-01-31T12:00:00Z")
                .out())
        .contains("-> denied: token refused, Envoy answers 401");
    assertThat(simulate("--token", "garbage").out())
        .contains("-> denied: token refused, Envoy answers 401");
    assertThat(simulate("--ext-authz", "deny", "--format", "json").out())
        .contains("\"extAuthz\": \"deny\"", "\"access\": \"denied\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--claims | [1] | --claims: [1] (expected: a JSON object)",
        "--claim | x | --claim: x (expected: NAME=TEXT)",
        "--time | noon | --time: noon (expected: a time such as",
      })
  void otherValuesAreWrongUsage(String option, String value, String message) {
    CommandRun run = simulate(option, value);

    assertThat(run.err()).contains(message);
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void testsExpectWhoIsRefused(@TempDir Path temp) throws IOException {
    Path tests =
        Files.writeString(
            temp.resolve("calls.yaml"),
            """
            calls:
            - name: strangers
              call: {url: "http://web/", mode: inbound}
              expect: denied
            - name: strangers, and by whom
              call: {url: "http://web/", mode: inbound}
              expect: {access: denied, deniedBy: AuthorizationPolicy/shop/web rule 1, status: 403}
            - name: the front
              call: {url: "http://web/", mode: inbound, peer: cluster.local/ns/shop/sa/front}
              expect: allowed
            - name: with a token
              call:
                url: http://web/
                mode: inbound
                claims: {sub: me, groups: [a, b], level: 5, admin: true, x: {y: z}}
                time: 2026-01-31T12:00:00Z
                extAuthz: allow
              expect: {access: allowed, deniedBy: ""}
            - name: wrong
              call: {url: "http://web/", mode: inbound}
              expect: {access: allowed, deniedBy: AuthorizationPolicy/shop/other, status: 401}
            """);
    CommandRun run = rutterOn(MESH, "simulate", "-", "--tests", tests.toString());

    assertThat(run.out())
        .contains("access: denied: no ALLOW policy takes it (expected: allowed)")
        .contains(
            "deniedBy: [AuthorizationPolicy/shop/web rule 0, AuthorizationPolicy/shop/web rule 1]"
                + " (expected: AuthorizationPolicy/shop/other)")
        .contains("status: 403 (expected: 401)")
        .contains("5 tests of 5 calls: 4 passed, 1 failed");
  }
}
