// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with policies and tokens; the status of each was seen with a real Envoy 1.40. */
class RequestsThroughEnvoyTest {
  private static final String ISSUER_A = "https://a.example.com";
  private static final String ISSUER_B = "https://b.example.com";

  private static String token(String payload) {
    return encoded("{\"alg\": \"ES256\"}") + "." + encoded(payload) + "." + encoded("signature");
  }

  private static String encoded(String text) {
    return BaseEncoding.base64Url().omitPadding().encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String issuer(String issuer, String more) {
    return "{issuer: '" + issuer + "', jwks: " + AccessMesh.JWKS + more + "}";
  }

  private static int status(Simulator simulator, CallDescription.Builder call) {
    return AccessMesh.status(simulator, call);
  }

  private static int withClaims(Simulator simulator, String more) {
    String claims = "{\"iss\": \"" + ISSUER_A + "\"" + more + "}";
    int supposed = status(simulator, AccessMesh.call("/").claims(claims));
    int sent =
        status(simulator, AccessMesh.call("/").header("authorization", "Bearer " + token(claims)));
    assertThat(sent).as("the token itself, in place of its claims").isEqualTo(supposed);
    return supposed;
  }

  @ParameterizedTest
  @CsvSource({"shop.example.com, 200", "shop.example.com:8080, 403", "SHOP.example.COM, 200"})
  void hosts(String host, int status) {
    Simulator simulator =
        AccessMesh.withPolicy("rules: [{to: [{operation: {hosts: [shop.example.com]}}]}]");

    assertThat(status(simulator, AccessMesh.call("/").host(host))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "/e?x=1, 200",
    "/e/, 403",
    "/E, 403",
    "/%65, 200",
    "/x/../e, 200",
    "/u/1/v/2/3, 200",
    "/u/1/v/, 200",
    "/u/1/v, 403",
    "/u//v/, 403",
    "/u/a*=%2F/v/x, 200",
    "/a.js?q=.css, 200",
    "/a.css?q=.js, 403",
  })
  void paths(String path, int status) {
    Simulator simulator =
        AccessMesh.withPolicy(
            "rules: [{to: [{operation: {paths: [/e, '/u/{*}/v/{**}', '*.js']}}]}]");

    assertThat(status(simulator, AccessMesh.call(path))).isEqualTo(status);
  }

  @Test
  void textsAfterARestOfThePath() {
    Simulator simulator =
        AccessMesh.withPolicy(
            "rules: [{to: [{operation: {paths: ['/a/{*}/{**}/z', '/s/{**}']}}]}]");

    assertThat(status(simulator, AccessMesh.call("/a/b/c/z"))).isEqualTo(200);
    assertThat(status(simulator, AccessMesh.call("/a/b/z"))).isEqualTo(403);
    assertThat(status(simulator, AccessMesh.call("/s/"))).isEqualTo(200);
    assertThat(status(simulator, AccessMesh.call("/s"))).isEqualTo(403);
  }

  @Test
  void headers() {
    Simulator notBad =
        AccessMesh.withPolicy("rules: [{when: [{key: 'request.headers[x]', notValues: [bad]}]}]");
    Simulator any =
        AccessMesh.withPolicy("rules: [{when: [{key: 'request.headers[x]', values: ['*']}]}]");
    Simulator one =
        AccessMesh.withPolicy("rules: [{when: [{key: 'request.headers[x]', values: [v]}]}]");

    assertThat(status(notBad, AccessMesh.call("/"))).isEqualTo(200);
    assertThat(status(notBad, AccessMesh.call("/").header("x", "bad"))).isEqualTo(403);
    assertThat(status(any, AccessMesh.call("/"))).isEqualTo(403);
    assertThat(status(any, AccessMesh.call("/").header("X", ""))).isEqualTo(200);
    assertThat(status(one, AccessMesh.call("/").header("x", "v").header("x", "w")))
        .as("each line of a header is compared alone")
        .isEqualTo(200);
  }

  @Test
  void nobodyIsAuthenticatedWithoutTls() {
    Simulator anybody = AccessMesh.withPolicy("rules: [{from: [{source: {principals: ['*']}}]}]");
    Simulator nobody = AccessMesh.withPolicy("rules: [{from: [{source: {notPrincipals: ['*']}}]}]");

    assertThat(status(anybody, AccessMesh.call("/"))).isEqualTo(403);
    assertThat(status(nobody, AccessMesh.call("/"))).isEqualTo(200);
  }

  @Test
  void denialsWithoutRequestPrincipals() {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.policy(
                    "d", "action: DENY, rules: [{from: [{source: {notRequestPrincipals: ['*']}}]}]")
                + AccessMesh.tokens("a", issuer(ISSUER_A, "")));

    assertThat(status(simulator, AccessMesh.call("/"))).isEqualTo(403);
    assertThat(withClaims(simulator, "")).as("no subject").isEqualTo(403);
    assertThat(withClaims(simulator, ", \"sub\": \"me\"")).isEqualTo(200);
  }

  private static Simulator claim(String key, String condition) {
    return AccessMesh.with(
        AccessMesh.policy("c", "rules: [{when: [{key: '" + key + "', " + condition + "}]}]")
            + AccessMesh.tokens("a", issuer(ISSUER_A, "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | 403",
        "true | 403",
        "\"a\" | 200",
        "[\"z\", \"a\"] | 200",
        "{} | 403",
      })
  void claimsAreTextsAndListsOfTexts(String value, int status) {
    Simulator simulator = claim("request.auth.claims[q]", "values: ['5', 'true', a]");

    assertThat(withClaims(simulator, ", \"q\": " + value)).isEqualTo(status);
    assertThat(withClaims(simulator, "")).as("absent").isEqualTo(403);
  }

  @Test
  void claimsOfAnyValueAndOfNone() {
    Simulator any = claim("request.auth.claims[q]", "values: ['*']");
    Simulator not = claim("request.auth.claims[q]", "notValues: [a]");

    assertThat(withClaims(any, ", \"q\": \"\"")).isEqualTo(403);
    assertThat(withClaims(any, ", \"q\": 5")).isEqualTo(403);
    assertThat(status(not, AccessMesh.call("/"))).isEqualTo(200);
    assertThat(withClaims(not, ", \"q\": \"a\"")).isEqualTo(403);
    assertThat(withClaims(not, ", \"q\": [\"a\", \"b\"]")).isEqualTo(403);
  }

  @Test
  void claimsThatAreLists() {
    Simulator scope = claim("request.auth.claims[scope]", "values: [read]");
    Simulator audience = claim("request.auth.audiences", "values: [x]");
    Simulator nested = claim("request.auth.claims[obj][k]", "values: [v]");

    assertThat(withClaims(scope, ", \"scope\": \"x read\"")).isEqualTo(200);
    assertThat(withClaims(scope, ", \"scope\": [\"read\"]")).isEqualTo(200);
    assertThat(withClaims(audience, ", \"aud\": \"x\"")).isEqualTo(200);
    assertThat(withClaims(audience, ", \"aud\": [\"y\", \"x\"]")).isEqualTo(200);
    assertThat(withClaims(nested, ", \"obj\": {\"k\": \"v\"}")).isEqualTo(200);
  }

  @Test
  void twoProvidersInTheUsualPlace() {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.tokens("ab", issuer(ISSUER_A, "") + ", " + issuer(ISSUER_B, "")));

    assertThat(status(simulator, AccessMesh.call("/"))).isEqualTo(200);
    assertThat(status(simulator, bearer(of(ISSUER_A)))).isEqualTo(200);
    assertThat(status(simulator, bearer(of(ISSUER_B)))).isEqualTo(200);
    assertThat(status(simulator, bearer(of("https://c.example.com")))).isEqualTo(401);
    assertThat(status(simulator, bearer(token("{\"sub\": \"me\"}")))).isEqualTo(401);
    assertThat(status(simulator, bearer("garbage"))).isEqualTo(401);
    assertThat(status(simulator, AccessMesh.call("/").header("authorization", "Basic eDp5")))
        .isEqualTo(200);
    assertThat(status(simulator, AccessMesh.call("/?access_token=" + of(ISSUER_A)))).isEqualTo(200);
    assertThat(
            status(
                simulator,
                AccessMesh.call("/?access_token=garbage")
                    .header("authorization", "Bearer " + of(ISSUER_A))))
        .isEqualTo(401);
  }

  @Test
  void providersInPlacesOfTheirOwn() {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.tokens(
                "ab",
                issuer(ISSUER_A, ", fromHeaders: [{name: x-a}]")
                    + ", "
                    + issuer(ISSUER_B, ", fromHeaders: [{name: x-b}]")));

    assertThat(
            status(
                simulator,
                AccessMesh.call("/").header("x-a", of(ISSUER_A)).header("x-b", "garbage")))
        .isEqualTo(200);
    assertThat(
            status(
                simulator,
                AccessMesh.call("/").header("x-a", "garbage").header("x-b", of(ISSUER_B))))
        .isEqualTo(200);
    assertThat(status(simulator, bearer("garbage"))).isEqualTo(200);
    assertThat(status(simulator, AccessMesh.call("/").header("x-a", "garbage"))).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"one, 200", "two, 200", "three, 403"})
  void oneIssuerWithTwoAudiences(String audience, int status) {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.tokens(
                "a",
                issuer(ISSUER_A, ", audiences: [one]")
                    + ", "
                    + issuer(ISSUER_A, ", audiences: [two]")));

    assertThat(withClaims(simulator, ", \"aud\": \"" + audience + "\"")).isEqualTo(status);
  }

  private static CallDescription.Builder bearer(String token) {
    return AccessMesh.call("/").header("authorization", "Bearer " + token);
  }

  private static String of(String issuer) {
    return token("{\"iss\": \"" + issuer + "\", \"sub\": \"me\"}");
  }
}
