// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** The curves of signatures that Envoy knows, {@code y² = x³ - 3x + b}. Document: FIPS 186-4. */
enum EllipticCurve {
  P_256(
      "P-256",
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b"),
  P_384(
      "P-384",
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef"),
  P_521(
      "P-521",
      "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "ffff",
      "0051953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef1"
          + "09e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b50"
          + "3f00");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final String text;
  private final BigInteger prime;
  private final BigInteger constant;

  EllipticCurve(String text, String prime, String constant) {
    this.text = text;
    this.prime = new BigInteger(prime, 16);
    this.constant = new BigInteger(constant, 16);
  }

  /** The curve of a name. */
  static Optional<EllipticCurve> of(String name) {
    return Arrays.stream(values()).filter(curve -> curve.text.equals(name)).findFirst();
  }

  /** Whether a point is on the curve. */
  boolean has(BigInteger x, BigInteger y) {
    if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
      return false;
    }
    BigInteger right = x.pow(3).subtract(THREE.multiply(x)).add(constant);
    return y.multiply(y).subtract(right).mod(prime).signum() == 0;
  }
}
