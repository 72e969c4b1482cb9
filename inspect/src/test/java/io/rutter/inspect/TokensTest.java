// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of tokens: where they are looked for, what is wrong with them, what they leave. */
class TokensTest {
  private static final String ISSUER = "https://a.example.com";

  private static Simulator with(String more) {
    return AccessMesh.with(
        AccessMesh.tokens("a", "{issuer: '" + ISSUER + "', jwks: " + AccessMesh.JWKS + more + "}"));
  }

  private static String token(String payload) {
    return encoded("{\"alg\": \"ES256\"}") + "." + encoded(payload) + "." + encoded("signature");
  }

  private static String encoded(String text) {
    return BaseEncoding.base64Url().omitPadding().encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String good() {
    return token("{\"iss\": \"" + ISSUER + "\", \"sub\": \"me\"}");
  }

  private static Step authentication(CallResult result) {
    return result.explanation().stream()
        .filter(step -> step.stage() == Stage.AUTHENTICATION)
        .findFirst()
        .orElseThrow();
  }

  private static ImmutableListMultimap<String, String> sent(
      Simulator simulator, CallDescription.Builder call) {
    CallResult result = simulator.call(call.build());
    assertThat(result.request()).as(result.toString()).isPresent();
    return result.request().orElseThrow().headers();
  }

  @Test
  void aRefusalNamesTheRuleForTokens() {
    CallResult result =
        with(", audiences: [x]").call(AccessMesh.call("/").claims("{\"aud\": \"y\"}").build());

    assertThat(result.error()).hasValue(CallError.TOKEN_REFUSED);
    assertThat(result.errorStatus()).hasValue(403);
    Denial denial = result.denial().orElseThrow();
    assertThat(denial.by()).isEqualTo(Denial.Filter.JWT_AUTHN);
    assertThat(denial.rules().get(0)).hasToString("RequestAuthentication/shop/a rule 0");
    assertThat(denial.rules().get(0).location()).isPresent();
    assertThat(denial.reason())
        .isEqualTo(
            "Audiences in Jwt are not allowed: claims of the call, issuer \""
                + ISSUER
                + "\", audiences [y]");
  }

  /** Envoy makes one line of several, in which there is no token of a good form. */
  @Test
  void severalLinesOfAuthorizationAreOne() {
    CallDescription.Builder call =
        AccessMesh.call("/")
            .header("Authorization", "Bearer " + good())
            .header("Authorization", "Bearer " + good());

    assertThat(AccessMesh.status(with(""), call)).isEqualTo(401);
  }

  @Test
  void nothingIsSaidOfASignature() {
    CallDescription.Builder call = AccessMesh.call("/").header("Authorization", "Bearer " + good());
    Step step = authentication(with("").call(call.build()));

    assertThat(step.chosen()).isEqualTo("token");
    assertThat(step.reason())
        .startsWith("RequestAuthentication/shop/a rule 0: header authorization, issuer")
        .endsWith("; its signature is taken to be good, and its time to be right");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 401, Jwt not yet valid",
    "1900, 401, Jwt not yet valid",
    "1940, 200, ",
    "3060, 200, ",
    "3061, 401, Jwt is expired",
  })
  void timeCountsOnlyIfItIsGiven(long second, int status, String why) {
    Simulator simulator = with("");
    CallDescription.Builder call =
        AccessMesh.call("/").claims("{\"iss\": \"" + ISSUER + "\", \"nbf\": 2000, \"exp\": 3000}");

    assertThat(AccessMesh.status(simulator, call)).isEqualTo(200);
    CallResult result = simulator.call(call.time(Instant.ofEpochSecond(second)).build());
    assertThat(result.errorStatus().orElse(200)).isEqualTo(status);
    if (why != null) {
      assertThat(result.denial().orElseThrow().reason()).startsWith(why);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.b | Jwt is not in the form of",
        "x.y.z.w | Jwt is not in the form of",
        "a!.y.z | Jwt header is not JSON in Base64url",
        "e30.e30.e30 | Jwt header [alg]",
        "eyJhbGciOiJub25lIn0.e30.e30 | Jwt header [alg]",
        "eyJhbGciOiJFUzI1NiJ9.W10.e30 | Jwt payload is not JSON in Base64url",
        "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOjV9.e30 | Jwt payload has a registered claim",
        "eyJhbGciOiJFUzI1NiJ9.e30.! | Jwt signature is not Base64url",
      })
  void textsThatAreNoTokens(String text, String why) {
    CallResult result =
        with("").call(AccessMesh.call("/").header("authorization", "Bearer " + text).build());

    assertThat(result.errorStatus()).hasValue(401);
    assertThat(result.denial().orElseThrow().reason()).startsWith(why);
  }

  @Test
  void placesOfTokens() {
    Simulator simulator =
        AccessMesh.with(
            AccessMesh.tokens(
                    "a",
                    "{issuer: '"
                        + ISSUER
                        + "', jwks: "
                        + AccessMesh.JWKS
                        + ", fromHeaders: [{name: X-A, prefix: 'Token '}], fromParams: [t],"
                        + " fromCookies: [c]}")
                + AccessMesh.policy(
                    "p", "rules: [{from: [{source: {requestPrincipals: ['*']}}]}]"));

    assertThat(AccessMesh.status(simulator, AccessMesh.call("/"))).isEqualTo(403);
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/").header("x-a", "Token " + good())))
        .isEqualTo(200);
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/").header("x-a", good())))
        .isEqualTo(403);
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/?x=1&t=" + good()))).isEqualTo(200);
    assertThat(
            AccessMesh.status(
                simulator, AccessMesh.call("/").header("cookie", "a=b; c=\"" + good() + "\"")))
        .isEqualTo(200);
    assertThat(
            AccessMesh.status(
                simulator, AccessMesh.call("/").header("authorization", "Bearer " + good())))
        .isEqualTo(403);
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/").claim("sub", "me")))
        .isEqualTo(200);
  }

  @Test
  void tokensGoNoFurtherUnlessTheyAreForwarded() {
    CallDescription.Builder call = AccessMesh.call("/").header("Authorization", "Bearer " + good());

    assertThat(sent(with(""), call).keySet()).doesNotContain("authorization");
    assertThat(sent(with(", forwardOriginalToken: true"), call).keySet()).contains("authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "/p?access_token=TOKEN, /p",
    "/p?b=2&access_token=TOKEN&, /p?b=2",
    "/p?c=%25&b=1&b=0&&=&d&access_token=TOKEN&a=b%2Bc+d, /p?=&=&a=b+c+d&b=1&b=0&c=%&d=",
  })
  void aParameterIsTakenOut(String path, String without) {
    CallResult result = with("").call(AccessMesh.call(path.replace("TOKEN", good())).build());

    assertThat(result.request().orElseThrow().path()).isEqualTo(without);
  }

  /** The values were seen with a real Envoy 1.40. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | 7",
        "1.25 | 1.250000",
        "-3 | -3.000000",
        "1e25 | 10000000000000000905969664.000000",
        "12345678901234567890 | 12345678901234567168",
        "0.1234567891 | 0.123457",
        "true | true",
        "[\"~~~???>>>ÿÿÿ\"] | WyJ+fn4/Pz9cdTAwM2VcdTAwM2VcdTAwM2XDv8O/w78iXQ==",
        "{\"zz\": 1, \"a\": \"b<>\", \"n\": null, \"e\": 1.0, \"f\": 1e30} |"
            + " eyJhIjoiYlx1MDAzY1x1MDAzZSIsImUiOjEsImYiOjFlKzMwLCJuIjpudWxsLCJ6eiI6MX0=",
      })
  void claimsAsTexts(String claim, String header) {
    Simulator simulator = with(", outputClaimToHeaders: [{header: x-c, claim: c}]");

    assertThat(sent(simulator, AccessMesh.call("/").claims("{\"c\": " + claim + "}")).get("x-c"))
        .containsExactly(header);
  }

  @Test
  void claimsInHeaders() {
    Simulator simulator =
        with(
            ", outputPayloadToHeader: x-payload, outputClaimToHeaders: [{header: x-sub, claim:"
                + " sub}, {header: x-id, claim: group.id}, {header: x-list, claim: list},"
                + " {header: x-none, claim: none}]");
    String payload =
        "{\"iss\":\"" + ISSUER + "\",\"sub\":\"me\",\"group\":{\"id\":7},\"list\":[1.5,true]}";
    CallDescription.Builder call =
        AccessMesh.call("/")
            .header("x-sub", "forged")
            .header("authorization", "Bearer " + token(payload));

    ImmutableListMultimap<String, String> headers = sent(simulator, call);
    assertThat(headers.get("x-sub")).containsExactly("me");
    assertThat(headers.get("x-id")).containsExactly("7");
    assertThat(headers.get("x-list")).containsExactly("WzEuNSx0cnVlXQ==");
    assertThat(headers.get("x-none")).isEmpty();
    assertThat(headers.get("x-payload")).containsExactly(encoded(payload));
    assertThat(sent(simulator, AccessMesh.call("/").header("x-sub", "forged")).keySet())
        .doesNotContain("x-sub");
  }

  @Test
  void preflightsNeedNoTokens() {
    CallDescription.Builder call =
        AccessMesh.call("/")
            .method("OPTIONS")
            .header("origin", "https://www.example.com")
            .header("access-control-request-method", "GET")
            .header("authorization", "Bearer garbage");

    assertThat(AccessMesh.status(with(""), call)).isEqualTo(200);
  }

  @Test
  void claimsWithoutIssuerAreOfTheFirst() {
    CallResult result = with("").call(AccessMesh.call("/").claim("sub", "me").build());

    assertThat(authentication(result).reason())
        .isEqualTo(
            "RequestAuthentication/shop/a rule 0: claims of the call, issuer \""
                + ISSUER
                + "\", audiences []");
  }

  @Test
  void noTokenIsGoodIfNobodyKnowsTheKeys() {
    Simulator simulator = AccessMesh.with(AccessMesh.tokens("a", "{issuer: '" + ISSUER + "'}"));
    CallResult result = simulator.call(AccessMesh.call("/").claim("sub", "me").build());

    assertThat(result.errorStatus()).hasValue(401);
    assertThat(result.denial().orElseThrow().reason()).startsWith("Jwt verification fails");
    assertThat(AccessMesh.status(simulator, AccessMesh.call("/"))).isEqualTo(200);
  }
}
