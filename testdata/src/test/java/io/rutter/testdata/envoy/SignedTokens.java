// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Locale;

/** Tokens signed with keys made for a test, and the set of the public keys. */
final class SignedTokens {
  private static final int COORDINATE_BYTES = 32;
  private static final int RSA_BITS = 2048;

  private final KeyPair curve;
  private final KeyPair rsa;
  private final KeyPair stranger;

  private SignedTokens(KeyPair curve, KeyPair rsa, KeyPair stranger) {
    this.curve = curve;
    this.rsa = rsa;
    this.stranger = stranger;
  }

  /** Makes the keys. */
  static SignedTokens create() throws GeneralSecurityException {
    KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
    curves.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(RSA_BITS);
    return new SignedTokens(
        curves.generateKeyPair(), rsa.generateKeyPair(), curves.generateKeyPair());
  }

  /** Whose key a token is signed with. */
  enum Signer {
    /** ES256, a key of the set. */
    CURVE,
    /** RS256, a key of the set. */
    RSA,
    /** ES256, a key that the set does not have. */
    STRANGER
  }

  /** The public keys, without that of the stranger, as a JWK set. */
  String keySet() {
    ECPublicKey point = (ECPublicKey) curve.getPublic();
    JsonObject first = new JsonObject();
    first.addProperty("kty", "EC");
    first.addProperty("crv", "P-256");
    first.addProperty("x", number(point.getW().getAffineX(), COORDINATE_BYTES));
    first.addProperty("y", number(point.getW().getAffineY(), COORDINATE_BYTES));
    RSAPublicKey modulus = (RSAPublicKey) rsa.getPublic();
    JsonObject second = new JsonObject();
    second.addProperty("kty", "RSA");
    second.addProperty("n", number(modulus.getModulus(), RSA_BITS / Byte.SIZE));
    second.addProperty("e", number(modulus.getPublicExponent(), 3));
    JsonArray keys = new JsonArray();
    keys.add(first);
    keys.add(second);
    JsonObject set = new JsonObject();
    set.add("keys", keys);
    return set.toString();
  }

  /** A token in its compact form. */
  String token(Signer signer, JsonObject claims) throws GeneralSecurityException {
    JsonObject header = new JsonObject();
    header.addProperty("alg", signer == Signer.RSA ? "RS256" : "ES256");
    header.addProperty("typ", "JWT");
    String signed = text(header.toString()) + "." + text(claims.toString());
    Signature signature =
        Signature.getInstance(
            signer == Signer.RSA ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    signature.initSign(key(signer));
    signature.update(ByteString.copyFrom(signed, UTF_8).asReadOnlyByteBuffer());
    return signed + "." + base64(signature.sign());
  }

  private PrivateKey key(Signer signer) {
    return switch (signer) {
      case CURVE -> curve.getPrivate();
      case RSA -> rsa.getPrivate();
      case STRANGER -> stranger.getPrivate();
    };
  }

  private static String text(String text) {
    return base64(text.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A number of a fixed length, without a sign. */
  private static String number(BigInteger number, int length) {
    String hex = number.toString(16).toLowerCase(Locale.ROOT);
    String padded = "0".repeat(2 * length - hex.length()) + hex;
    return base64(com.google.common.io.BaseEncoding.base16().lowerCase().decode(padded));
  }
}
