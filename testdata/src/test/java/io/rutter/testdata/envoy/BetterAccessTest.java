// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.inspect.CallMode;
import io.rutter.testdata.envoy.SignedTokens.Signer;
import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What of istiod's access control Envoy refuses, or does otherwise than it was meant, works on a
 * real Envoy (docs/differences-from-istio.md). Skipped without Python; not where the environment
 * variable {@code RUTTER_NEEDS_ENVOY} is set.
 */
class BetterAccessTest {
  private static final String CLOSED = "closed";

  private static final String WEB =
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
        ports: [{name: http, port: 80, targetPort: 8080}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web-1, namespace: shop, labels: {app: web}}
      spec: {containers: [{name: web}]}
      status: {podIP: 10.1.0.1, podIPs: [{ip: 10.1.0.1}], phase: Running}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: web-a, namespace: shop, labels: {kubernetes.io/service-name: web}}
      addressType: IPv4
      ports: [{name: http, port: 8080}]
      endpoints:
      - {addresses: [10.1.0.1], targetRef: {kind: Pod, name: web-1, namespace: shop}}
      ---
      """;

  private static final String EDGE =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: gateway, namespace: istio-system}
      spec: {type: gateway, ipAddresses: [10.1.0.9], labels: {istio: ingressgateway}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: default}
      spec: {clusterIP: 10.0.0.1, ports: [{name: http, port: 9080}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: gw, namespace: default}
      spec:
        selector: {istio: ingressgateway}
        servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
      ---
      """;

  private static Path envoy = Path.of("envoy");
  @TempDir private Path temp;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    envoy = EnvoyBinary.require();
  }

  /** Policies say who may call a workload, not whom it may call. */
  @Test
  void policiesOfAWorkloadAreNotForItsOwnCalls()
      throws IOException, InterruptedException, GeneralSecurityException {
    String mesh =
        WEB
            + """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: wild, namespace: shop}
            spec:
              hosts: ["*.wild.com"]
              resolution: DYNAMIC_DNS
              ports: [{number: 443, name: tls, protocol: TLS}]
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: callers, namespace: shop}
            spec: {rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/other]}}]}]}
            """;
    try (RunningProxy proxy = start(mesh)) {
      LoopbackRequest outbound =
          new LoopbackRequest(
              "10.77.0.7",
              "192.0.2.1",
              443,
              Optional.of(
                  new LoopbackRequest.Tls(
                      "a.wild.com", ImmutableList.of(), false, Optional.empty())),
              false,
              "GET",
              "/",
              "a.wild.com",
              ImmutableListMultimap.of());

      assertThat(answer(proxy, CallMode.OUTBOUND, outbound)).isEqualTo("0");
      assertThat(answer(proxy, CallMode.INBOUND, get("/"))).isEqualTo("403");
    }
  }

  @Test
  void routesByPresenceOfAClaim()
      throws IOException, InterruptedException, GeneralSecurityException {
    SignedTokens keys = SignedTokens.create();
    String mesh =
        EDGE
            + """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: default}
            spec:
              hosts: ["*"]
              gateways: [gw]
              http:
              - match: [{headers: {"@request.auth.claims.group": {}}}]
                route: [{destination: {host: reviews}}]
              - match: [{withoutHeaders: {"@request.auth.claims[realm][roles]": {}}}]
                directResponse: {status: 299}
            ---
            apiVersion: security.istio.io/v1
            kind: RequestAuthentication
            metadata: {name: tokens, namespace: istio-system}
            spec: {jwtRules: [{issuer: a, jwks: '%s'}]}
            """
                .formatted(keys.keySet());
    try (RunningProxy proxy = start(mesh)) {
      assertThat(gatewayAnswer(proxy, keys, "{'iss': 'a', 'group': 'gold'}")).isEqualTo("200");
      assertThat(gatewayAnswer(proxy, keys, "{'iss': 'a', 'group': ['x']}")).isEqualTo("200");
      assertThat(gatewayAnswer(proxy, keys, "{'iss': 'a'}")).isEqualTo("299");
      assertThat(gatewayAnswer(proxy, keys, "{'iss': 'a', 'realm': {'roles': ['x']}}"))
          .isEqualTo("404");
    }
  }

  private static String gatewayAnswer(RunningProxy proxy, SignedTokens keys, String claims)
      throws IOException, GeneralSecurityException {
    LoopbackRequest request =
        new LoopbackRequest(
            "10.77.0.7",
            "10.1.0.9",
            80,
            Optional.empty(),
            true,
            "GET",
            "/",
            "reviews.example.com",
            ImmutableListMultimap.of("authorization", "Bearer " + token(keys, claims)));
    return answer(proxy, CallMode.GATEWAY, request);
  }

  /** Of path templates those are left that do not make Envoy abort. */
  @Test
  void pathTemplates() throws IOException, InterruptedException, GeneralSecurityException {
    String mesh =
        WEB
            + """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: a, namespace: shop}
            spec:
              rules: [{to: [{operation: {paths: ["/u/{*}/v/{**}", "/s/{**}", "/a/{*}/{**}/z"]}}]}]
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: refused, namespace: shop}
            spec: {rules: [{to: [{operation: {paths: ["{*}"]}}]}]}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: refused-too, namespace: shop}
            spec: {rules: [{to: [{operation: {paths: ["//{**}"]}}]}]}
            """;
    try (RunningProxy proxy = start(mesh)) {
      for (String path : ImmutableList.of("/u/1/v/2/3", "/u/1/v/", "/s/", "/a/b/c/z", "/s/x?y")) {
        assertThat(answer(proxy, CallMode.INBOUND, get(path))).as(path).isEqualTo("200");
      }
      for (String path : ImmutableList.of("/u/1/v", "/u//v/2", "/s", "/a/b/z", "/x")) {
        assertThat(answer(proxy, CallMode.INBOUND, get(path))).as(path).isEqualTo("403");
      }
    }
  }

  /** A provider whose name begins another's is not asked about what that one is for. */
  @ParameterizedTest
  @CsvSource({"ext, ext-n", "ext, ext-ns", "a, a-b"})
  void providersWithNamesThatBeginAlike(String name, String longer)
      throws IOException, InterruptedException, GeneralSecurityException {
    String mesh =
        WEB
            + """
            apiVersion: v1
            kind: Service
            metadata: {name: authz, namespace: sec}
            spec:
              clusterIP: 10.0.0.5
              ports: [{name: http, port: 8000}, {name: http-n, port: 8001}]
            ---
            apiVersion: rutter.io/v1
            kind: MeshConfig
            spec:
              extensionProviders:
              - {name: NAME, envoyExtAuthzHttp: {service: authz.sec.svc.cluster.local, port: 8000}}
              - {name: LONGER, envoyExtAuthzHttp: {service: authz.sec.svc.cluster.local, port: 8001}}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: a, namespace: shop}
            spec: {action: CUSTOM, provider: {name: NAME}, rules: [{to: [{operation: {paths: [/a]}}]}]}
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: b, namespace: shop}
            spec: {action: CUSTOM, provider: {name: LONGER}, rules: [{to: [{operation: {paths: [/b]}}]}]}
            """
                .replace("NAME", name)
                .replace("LONGER", longer);
    TranslationOptions several = TranslationOptions.builder().multipleCustomProviders(true).build();
    try (RunningProxy proxy = RunningProxy.start(envoy, mesh, several, temp)) {
      assertThat(answer(proxy, CallMode.INBOUND, get("/a"))).isEqualTo("200");
      assertThat(proxy.takeAsked()).containsExactly("outbound|8000||authz.sec.svc.cluster.local");
      assertThat(answer(proxy, CallMode.INBOUND, get("/b"))).isEqualTo("200");
      assertThat(proxy.takeAsked()).containsExactly("outbound|8001||authz.sec.svc.cluster.local");
      assertThat(answer(proxy, CallMode.INBOUND, get("/z"))).isEqualTo("200");
      assertThat(proxy.takeAsked()).isEmpty();
    }
  }

  /** One key without a set is made one. */
  @Test
  void aSingleKey() throws IOException, InterruptedException, GeneralSecurityException {
    SignedTokens keys = SignedTokens.create();
    String single =
        JsonParser.parseString(keys.keySet())
            .getAsJsonObject()
            .getAsJsonArray("keys")
            .get(0)
            .toString();
    try (RunningProxy proxy = start(WEB + tokensNeeded(single))) {
      assertThat(answer(proxy, CallMode.INBOUND, get("/"))).isEqualTo("403");
      assertThat(answer(proxy, CallMode.INBOUND, withToken(keys, Signer.CURVE))).isEqualTo("200");
      assertThat(answer(proxy, CallMode.INBOUND, withToken(keys, Signer.STRANGER)))
          .isEqualTo("401");
    }
  }

  /** A key set that Envoy refuses lets no token in, and Envoy runs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"keys\": []}",
        "{\"keys\": [{\"kty\": \"RSA\", \"n\": \"AQAB\", \"e\": \"AQAB\"}]}"
      })
  void keySetsThatEnvoyRefuses(String keySet)
      throws IOException, InterruptedException, GeneralSecurityException {
    SignedTokens keys = SignedTokens.create();
    try (RunningProxy proxy = start(WEB + tokensNeeded(keySet))) {
      assertThat(answer(proxy, CallMode.INBOUND, get("/"))).isEqualTo("403");
      assertThat(answer(proxy, CallMode.INBOUND, withToken(keys, Signer.RSA))).isEqualTo("401");
    }
  }

  private static String tokensNeeded(String keySet) {
    return """
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata: {name: tokens, namespace: shop}
        spec: {jwtRules: [{issuer: a, jwks: '%s'}]}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: tokens, namespace: shop}
        spec: {rules: [{from: [{source: {requestPrincipals: ["*"]}}]}]}
        """
        .formatted(keySet);
  }

  private RunningProxy start(String mesh)
      throws IOException, InterruptedException, GeneralSecurityException {
    return RunningProxy.start(envoy, mesh, TranslationOptions.defaults(), temp);
  }

  private static LoopbackRequest withToken(SignedTokens keys, Signer signer)
      throws GeneralSecurityException {
    JsonObject claims = JsonParser.parseString("{'iss': 'a', 'sub': 'b'}").getAsJsonObject();
    return request("/", "authorization", "Bearer " + keys.token(signer, claims));
  }

  private static String token(SignedTokens keys, String claims) throws GeneralSecurityException {
    return keys.token(Signer.CURVE, JsonParser.parseString(claims).getAsJsonObject());
  }

  private static LoopbackRequest get(String path) {
    return request(path, "x-any", "any");
  }

  private static LoopbackRequest request(String path, String header, String value) {
    return new LoopbackRequest(
        "10.77.0.7",
        "10.1.0.1",
        8080,
        Optional.empty(),
        true,
        "GET",
        path,
        "web.shop",
        ImmutableListMultimap.of(header, value));
  }

  /** The status; 0 for what is no HTTP. */
  private static String answer(RunningProxy proxy, CallMode mode, LoopbackRequest request)
      throws IOException {
    return proxy.send(mode, request).map(reply -> String.valueOf(reply.status())).orElse(CLOSED);
  }
}
