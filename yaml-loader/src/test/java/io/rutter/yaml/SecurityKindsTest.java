// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.mesh.provider.ExtAuthzGrpcProvider;
import io.rutter.model.mesh.provider.ExtAuthzHttpProvider;
import io.rutter.model.mesh.provider.ExtAuthzRequestBody;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.problem.Problem;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.ClaimToHeader;
import io.rutter.model.security.Condition;
import io.rutter.model.security.JwtHeader;
import io.rutter.model.security.JwtRule;
import io.rutter.model.security.Operation;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.security.Source;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every field of the kinds that say who may call, and of what they ask. */
class SecurityKindsTest {
  private static final String POLICY =
      """
      apiVersion: security.istio.io/v1beta1
      kind: AuthorizationPolicy
      metadata: {name: a, namespace: shop, annotations: {istio.io/dry-run: "false"}}
      spec:
        selector: {matchLabels: {app: web}}
        action: DENY
        rules:
        - from:
          - source:
              principals: [a]
              notPrincipals: [b]
              requestPrincipals: [c]
              not_request_principals: [d]
              namespaces: [e]
              notNamespaces: [f]
              ipBlocks: [1.1.1.1]
              notIpBlocks: [2.2.2.2]
              remoteIpBlocks: [3.3.3.3]
              notRemoteIpBlocks: [4.4.4.4]
              trustDomains: [g]
              notTrustDomains: [h]
          - source: {serviceAccounts: [i], notServiceAccounts: [j/k]}
          to:
          - operation:
              hosts: [l]
              notHosts: [m]
              ports: ["1"]
              notPorts: ["2"]
              methods: [GET]
              notMethods: [PUT]
              paths: [p]
              notPaths: [q]
          when:
          - {key: source.ip, values: [5.5.5.5], notValues: [6.6.6.6]}
      """;

  private static final AuthorizationRule RULE =
      AuthorizationRule.builder()
          .from(
              Source.builder()
                  .principals("a")
                  .notPrincipals("b")
                  .requestPrincipals("c")
                  .notRequestPrincipals("d")
                  .namespaces("e")
                  .notNamespaces("f")
                  .ipBlocks("1.1.1.1")
                  .notIpBlocks("2.2.2.2")
                  .remoteIpBlocks("3.3.3.3")
                  .notRemoteIpBlocks("4.4.4.4")
                  .trustDomains("g")
                  .notTrustDomains("h")
                  .build(),
              Source.builder().serviceAccounts("i").notServiceAccounts("j/k").build())
          .to(
              Operation.builder()
                  .hosts("l")
                  .notHosts("m")
                  .ports("1")
                  .notPorts("2")
                  .methods("GET")
                  .notMethods("PUT")
                  .paths("p")
                  .notPaths("q")
                  .build())
          .when(Condition.builder().key("source.ip").values("5.5.5.5").notValues("6.6.6.6").build())
          .build();

  private static final String PROVIDERS =
      """
      apiVersion: rutter.io/v1
      kind: MeshConfig
      metadata: {name: mesh}
      spec:
        extensionProviders:
        - name: http
          envoyExtAuthzHttp:
            service: shop/authz.example.com
            port: 8000
            timeout: 1s
            pathPrefix: /check
            failOpen: true
            clearRouteCache: true
            statusOnError: "503"
            includeHeadersInCheck: [a]
            includeRequestHeadersInCheck: [b*]
            includeAdditionalHeadersInCheck: {c: d}
            includeRequestBodyInCheck: {maxRequestBytes: 8, allowPartialMessage: true, packAsBytes: true}
            headersToUpstreamOnAllow: [e]
            headersToDownstreamOnDeny: [f]
            headersToDownstreamOnAllow: ["*g"]
        - name: grpc
          envoyExtAuthzGrpc:
            service: authz.example.com
            port: 9000
            timeout: 2s
            failOpen: true
            statusOnError: "401"
            includeRequestBodyInCheck: {maxRequestBytes: 16}
      """;

  private static final ExtAuthzHttpProvider HTTP =
      ExtAuthzHttpProvider.builder()
          .service("shop/authz.example.com")
          .port(8000)
          .timeout(Duration.ofSeconds(1))
          .pathPrefix("/check")
          .failOpen(true)
          .statusOnError("503")
          .includeHeadersInCheck("a")
          .includeRequestHeadersInCheck("b*")
          .includeAdditionalHeadersInCheck(Map.of("c", "d"))
          .includeRequestBodyInCheck(
              ExtAuthzRequestBody.builder()
                  .maxRequestBytes(8)
                  .allowPartialMessage(true)
                  .packAsBytes(true)
                  .build())
          .headersToUpstreamOnAllow("e")
          .headersToDownstreamOnDeny("f")
          .headersToDownstreamOnAllow("*g")
          .build();

  private static final ExtAuthzGrpcProvider GRPC =
      ExtAuthzGrpcProvider.builder()
          .service("authz.example.com")
          .port(9000)
          .timeout(Duration.ofSeconds(2))
          .failOpen(true)
          .statusOnError("401")
          .includeRequestBodyInCheck(ExtAuthzRequestBody.builder().maxRequestBytes(16).build())
          .build();

  private static final String TARGETS =
      """
        targetRef: {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: shop}
        targetRefs:
        - {group: gateway.networking.k8s.io, kind: Gateway, name: edge, namespace: shop}
      """;

  private static LoadResult load(String text) {
    return YamlLoader.create().load(YamlSource.text("f", text));
  }

  @Test
  void authorizationPolicy() {
    AuthorizationPolicy read = load(POLICY).orThrow().authorizationPolicies().get(0);

    assertThat(read)
        .isEqualTo(
            AuthorizationPolicy.builder()
                .metadata(
                    ObjectMeta.of("shop", "a").toBuilder()
                        .annotations(Map.of("istio.io/dry-run", "false"))
                        .build())
                .selector(WorkloadSelector.of(Map.of("app", "web")))
                .action(AuthorizationAction.DENY)
                .rules(RULE)
                .build());
  }

  @Test
  void policyThatAsksAProvider() {
    AuthorizationPolicy read =
        load("""
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: a, namespace: shop}
                spec: {action: CUSTOM, provider: {name: ext}, rules: [{}]}
                """)
            .orThrow()
            .authorizationPolicies()
            .get(0);

    assertThat(read.provider()).contains(AuthorizationProvider.builder().name("ext").build());
    assertThat(read.rules()).containsExactly(AuthorizationRule.builder().build());
  }

  @Test
  void requestAuthentication() {
    RequestAuthentication read =
        load("""
                apiVersion: security.istio.io/v1
                kind: RequestAuthentication
                metadata: {name: a, namespace: shop}
                spec:
                  selector: {matchLabels: {app: web}}
                  jwtRules:
                  - issuer: i
                    audiences: [b]
                    jwksUri: https://c
                    jwks: '{"keys": []}'
                    fromHeaders: [{name: d, prefix: "e "}, {name: f}]
                    fromParams: [g]
                    fromCookies: [h]
                    outputPayloadToHeader: j
                    forwardOriginalToken: true
                    outputClaimToHeaders: [{header: k, claim: l}]
                    timeout: 1.5s
                    spaceDelimitedClaims: [m]
                """)
            .orThrow()
            .requestAuthentications()
            .get(0);

    assertThat(read)
        .isEqualTo(
            RequestAuthentication.builder()
                .metadata(ObjectMeta.of("shop", "a"))
                .selector(WorkloadSelector.of(Map.of("app", "web")))
                .jwtRules(
                    JwtRule.builder()
                        .issuer("i")
                        .audiences("b")
                        .jwksUri("https://c")
                        .jwks("{\"keys\": []}")
                        .fromHeaders(
                            JwtHeader.builder().name("d").prefix("e ").build(),
                            JwtHeader.builder().name("f").build())
                        .fromParams("g")
                        .fromCookies("h")
                        .outputPayloadToHeader("j")
                        .forwardOriginalToken(true)
                        .outputClaimToHeaders(
                            ClaimToHeader.builder().header("k").claim("l").build())
                        .timeout(Duration.ofMillis(1500))
                        .spaceDelimitedClaims("m")
                        .build())
                .build());
  }

  /** Fields of which one excludes another are read all the same, so that each is checked. */
  @Test
  void targets() {
    for (String kind : new String[] {"AuthorizationPolicy", "RequestAuthentication"}) {
      LoadResult read =
          load(
              "apiVersion: security.istio.io/v1\nkind: %s\nmetadata: {name: a}\nspec:\n%s"
                  .formatted(kind, TARGETS));

      assertThat(read.problems())
          .extracting(Problem::path)
          .contains("spec", "spec.targetRef.namespace", "spec.targetRefs[0].namespace");
    }
  }

  @Test
  void providersOfDecisions() {
    LoadResult read = load(PROVIDERS);

    assertThat(read.problems())
        .extracting(problem -> problem.severity() + " " + problem.path())
        .containsExactly(
            "NOTE spec.extensionProviders[0].envoyExtAuthzHttp.clearRouteCache",
            "WARNING spec.extensionProviders[0].envoyExtAuthzHttp.includeHeadersInCheck");
    assertThat(read.snapshot().meshConfig().extensionProviders())
        .containsExactly(
            ExtensionProvider.builder().name("http").provider(HTTP).build(),
            ExtensionProvider.builder().name("grpc").provider(GRPC).build());
  }
}
