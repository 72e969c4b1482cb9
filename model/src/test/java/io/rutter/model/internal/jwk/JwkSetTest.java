// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What istiod reads as a set of keys, and what Envoy 1.40 takes of it; both were asked. */
class JwkSetTest {
  private static final String X = "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY";
  private static final String Y = "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";
  private static final String EC =
      "{'kty': 'EC', 'crv': 'P-256', 'x': '%s', 'y': '%s'}".formatted(X, Y);

  private static JwkSet parse(String text) throws MalformedJwkException {
    return JwkSet.parse(text.replace('\'', '"'));
  }

  private static String rsa(BigInteger modulus, String rest) {
    return "{'keys': [{'kty': 'RSA', 'n': '%s'%s}]}"
        .formatted(
            Base64.getUrlEncoder().withoutPadding().encodeToString(modulus.toByteArray()), rest);
  }

  @ParameterizedTest
  @CsvSource({
    "512, AQAB, true",
    "511, AQAB, false",
    "16384, AQAB, true",
    "16385, AQAB, false",
    "2048, Aw, true",
    "2048, AQ, false",
    "2048, BA, false",
    "2048, AQAAAAE, false"
  })
  void modulusAndExponent(int bits, String exponent, boolean taken) throws Exception {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    assertThat(parse(rsa(modulus, ", 'e': '" + exponent + "'")).isTaken()).isEqualTo(taken);
  }

  /** Envoy refuses it: "Jwks is an invalid JSON". */
  @Test
  void aByteOrderMarkIsNoJson() {
    assertThatExceptionOfType(MalformedJwkException.class)
        .isThrownBy(() -> JwkSet.parse("\ufeff{\"keys\": []}"))
        .withMessageContaining("byte order mark");
  }

  @Test
  void evenModulusAndOtherAlphabet() throws Exception {
    assertThat(parse(rsa(BigInteger.ONE.shiftLeft(2047), ", 'e': 'AQAB'")).isTaken()).isFalse();
    assertThat(parse(EC.replace("-", "+").replace("_", "/")).keys()).hasSize(1);
    assertThat(parse("{'keys': [" + EC.replace("-", "+").replace("_", "/") + "]}").isTaken())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, RS256, true",
    "RSA, PS256, true",
    "RSA, RSX, true",
    "RSA, HS256, false",
    "RSA, '', true",
    "EC, ES256, true",
    "EC, ES384, false",
    "EC, RS256, false",
    "EC, ES256K, false",
    "EC, '', true",
    "OKP, EdDSA, true",
    "OKP, ES256, false",
    "OKP, '', true",
    "oct, HS256, true",
    "oct, HSx, false",
    "oct, RS256, false",
    "oct, '', true"
  })
  void algorithm(String kind, String algorithm, boolean taken) throws Exception {
    String key =
        switch (kind) {
          case "RSA" -> "'n': '" + "_".repeat(86) + "', 'e': 'AQAB'";
          case "EC" -> "'crv': 'P-256', 'x': '" + X + "', 'y': '" + Y + "'";
          case "OKP" -> "'crv': 'Ed25519', 'x': '" + "A".repeat(43) + "'";
          default -> "'k': 'AQ'";
        };
    JwkSet set =
        parse("{'keys': [{'kty': '%s', 'alg': '%s', %s}]}".formatted(kind, algorithm, key));
    assertThat(set.isTaken()).isEqualTo(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kty': 'EC', 'crv': 'P-521', 'x': 'AQ', 'y': 'AQ'}",
        "{'kty': 'EC', 'crv': 'P-384', 'x': 'AQ', 'y': 'AQ'}",
        "{'kty': 'EC', 'crv': 'secp256k1', 'x': 'AQ', 'y': 'AQ'}",
        "{'kty': 'EC', 'crv': '', 'x': 'AQ', 'y': 'AQ'}",
        "{'kty': 'OKP', 'crv': 'X25519', 'x': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'}",
        "{'kty': 'OKP', 'crv': 'Ed25519', 'x': 'AQ'}",
        "{'kty': 'oct', 'k': ''}",
      })
  void otherKeysThatEnvoyDoesNotTake(String key) throws Exception {
    assertThat(parse("{'keys': [" + key + "]}").isTaken()).isFalse();
    assertThat(parse("{'keys': [" + key + ", " + EC + "]}").isTaken()).isTrue();
  }

  @Test
  void theOtherCurves() {
    assertThat(
            EllipticCurve.P_384.has(
                new BigInteger(
                    "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a38"
                        + "5502f25dbf55296c3a545e3872760ab7",
                    16),
                new BigInteger(
                    "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c0"
                        + "0a60b1ce1d7e819d7a431d7c90ea0e5f",
                    16)))
        .isTrue();
    assertThat(
            EllipticCurve.P_521.has(
                new BigInteger(
                    "c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3d"
                        + "baa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd"
                        + "66",
                    16),
                new BigInteger(
                    "11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e6"
                        + "62c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16"
                        + "650",
                    16)))
        .isTrue();
  }

  @Test
  void whatEnvoyRefusesOfTheText() throws Exception {
    assertThat(parse("{'keys': [" + EC + "]}").isTaken()).isTrue();
    assertThat(parse("{'a': [1, {'b': null}], 'keys': [" + EC + "]} ").isTaken()).isTrue();
    assertThat(parse(EC).alone()).isTrue();
    assertThat(parse(EC).forEnvoy("{}")).contains("{\"keys\": [{}]}");
    assertThat(parse("{'keys': [" + EC + "]}").forEnvoy("{}")).contains("{}");
    assertThat(parse("{'keys': []}").forEnvoy("{}")).isEmpty();
    assertThat(parse("{'keys': [" + EC + "]} x").odd()).contains("text behind the set");
    assertThat(parse("{'keys': [], 'keys': [" + EC + "]}").odd()).contains("keys twice");
    assertThat(parse("{'keys': null}").odd()).contains("keys that are null");
    assertThat(parse("{'keys': [" + EC.replace("}", ", 'x': 'AQ'}") + "]}").odd())
        .contains("a key with x twice");
    assertThat(parse("{'keys': []}").isTaken()).isFalse();
  }

  @Test
  void privateKeys() throws Exception {
    assertThat(parse(EC).keys().get(0).isPrivate()).isFalse();
    assertThat(parse(EC.replace("}", ", 'd': 'AQ'}")).keys().get(0).isPrivate()).isTrue();
    assertThat(parse("{'kty': 'oct', 'k': 'AQ'}").keys().get(0).isPrivate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "5",
        "[]",
        "{}",
        "{'keys': {}}",
        "{'keys': [5]}",
        "{'keys': [{'kty': 'X'}]}",
        "{'keys': [{'kty': 'RSA', 'n': 'AQ'}]}",
        "{'keys': [{'kty': 'RSA', 'n': 'A', 'e': 'AQ'}]}",
        "{'keys': [{'kty': 'RSA', 'n': 5, 'e': 'AQ'}]}",
        "{'keys': [{'kty': 'RSA', 'n': 'AQ', 'e': 'AQ', 'd': '!'}]}",
        "{'keys': [{'kty': 'RSA', 'n': 'AQ', 'e': 'AQ', 'kid': 5}]}",
        "{'keys': [{'kty': 'RSA', 'n': 'AQ', 'e': 'AQ', 'key_ops': 'sign'}]}",
        "{'keys': [{'kty': 'RSA', 'n': 'AQ', 'e': 'AQ', 'x5c': [5]}]}",
        "{'keys': [{'kty': 'EC', 'x': 'AQ', 'y': 'AQ'}]}",
        "{'keys': [{'kty': 'oct'}]}",
        "{'keys': [",
        "// a\n{'keys': []}",
        "{'keys': [{'kty': 'oct', 'k': 'AQ', 'kid': 'a\nb'}]}",
      })
  void isNoSet(String text) {
    assertThatExceptionOfType(MalformedJwkException.class).isThrownBy(() -> parse(text));
  }

  @Test
  void deepNesting() throws Exception {
    String deep = "[".repeat(200_000) + "]".repeat(200_000);
    assertThat(parse("{'a': " + deep + ", 'keys': [" + EC + "]}").isTaken()).isTrue();
  }
}
