// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;

/** Which keys Envoy takes. Envoy reads a set if it takes one of its keys. */
final class EnvoyKeys {
  private static final ImmutableMap<String, String> CURVES =
      ImmutableMap.of("ES256", "P-256", "ES384", "P-384", "ES512", "P-521");
  private static final ImmutableSet<String> HMACS = ImmutableSet.of("HS256", "HS384", "HS512");
  private static final int LEAST_BITS = 512;
  private static final int MOST_BITS = 16_384;
  private static final int MOST_EXPONENT_BITS = 32;
  private static final int OKP_BYTES = 32;

  private EnvoyKeys() {}

  static boolean takes(Jwk key) {
    return switch (key.text("kty")) {
      case "RSA" -> isRsa(key);
      case "EC" -> isElliptic(key);
      case "OKP" ->
          key.text("crv").equals("Ed25519")
              && isEmptyOr(key.text("alg"), key.text("alg").equals("EdDSA"))
              && length(key, "x") == OKP_BYTES;
      case "oct" ->
          isEmptyOr(key.text("alg"), HMACS.contains(key.text("alg"))) && length(key, "k") > 0;
      default -> false;
    };
  }

  private static boolean isEmptyOr(String text, boolean right) {
    return text.isEmpty() || right;
  }

  private static boolean isRsa(Jwk key) {
    String algorithm = key.text("alg");
    BigInteger modulus = number(key, "n");
    BigInteger exponent = number(key, "e");
    return isEmptyOr(algorithm, algorithm.startsWith("RS") || algorithm.startsWith("PS"))
        && modulus.testBit(0)
        && modulus.bitLength() >= LEAST_BITS
        && modulus.bitLength() <= MOST_BITS
        && exponent.testBit(0)
        && exponent.bitLength() > 1
        && exponent.bitLength() <= MOST_EXPONENT_BITS;
  }

  private static boolean isElliptic(Jwk key) {
    String algorithm = key.text("alg");
    String named = key.text("crv");
    String curve =
        named.isEmpty()
            ? CURVES.getOrDefault(algorithm, algorithm.isEmpty() ? "P-256" : "")
            : named;
    boolean agree = algorithm.isEmpty() || curve.equals(CURVES.get(algorithm));
    return agree
        && EllipticCurve.of(curve)
            .filter(known -> known.has(number(key, "x"), number(key, "y")))
            .isPresent();
  }

  /** A member as Envoy reads it, which knows one alphabet; 0 if it is none. */
  private static BigInteger number(Jwk key, String name) {
    return isOfUrl(key, name)
        ? key.bytes(name).map(bytes -> new BigInteger(1, bytes)).orElse(BigInteger.ZERO)
        : BigInteger.ZERO;
  }

  private static int length(Jwk key, String name) {
    return isOfUrl(key, name) ? key.bytes(name).map(bytes -> bytes.length).orElse(0) : 0;
  }

  private static boolean isOfUrl(Jwk key, String name) {
    return key.text(name).indexOf('+') < 0 && key.text(name).indexOf('/') < 0;
  }
}
