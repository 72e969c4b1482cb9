// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.rutter.inspect.internal.json.ClaimsJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A token that can be read; nothing is known of its signature.
 *
 * @param claims its payload
 * @param payload its payload as it is encoded
 */
record Token(Struct claims, String payload) {
  private static final BaseEncoding BASE64 = BaseEncoding.base64Url().omitPadding();
  private static final Splitter SECTIONS = Splitter.on('.').omitEmptyStrings();
  private static final Value NONE = Value.getDefaultInstance();
  private static final double MOST = 0x1p64;

  private static final ImmutableSet<String> ALGORITHMS =
      ImmutableSet.of(
          "ES256", "ES384", "ES512", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256",
          "PS384", "PS512", "EdDSA");

  /**
   * What a text is.
   *
   * @param status what is wrong with it
   * @param token the token, if nothing is
   */
  record Reading(TokenStatus status, Optional<Token> token) {
    private static Reading failed(TokenStatus status) {
      return new Reading(status, Optional.empty());
    }
  }

  /** A token with these claims. */
  static Token of(Struct claims) {
    return new Token(
        claims, BASE64.encode(ClaimsJson.print(claims).getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads a token as Envoy does, but for its signature. */
  static Reading read(String text) {
    List<String> sections = SECTIONS.splitToList(text);
    if (sections.size() != 3) {
      return Reading.failed(TokenStatus.BAD_FORMAT);
    }
    Optional<Struct> header = decoded(sections.get(0)).flatMap(Token::json);
    if (header.isEmpty()) {
      return Reading.failed(TokenStatus.BAD_HEADER);
    }
    if (!ALGORITHMS.contains(
        header.get().getFieldsMap().getOrDefault("alg", NONE).getStringValue())) {
      return Reading.failed(TokenStatus.BAD_ALGORITHM);
    }
    if (!isTextOrAbsent(header.get(), "kid")) {
      return Reading.failed(TokenStatus.BAD_KEY_ID);
    }
    Optional<Struct> claims = decoded(sections.get(1)).flatMap(Token::json);
    if (claims.isEmpty()) {
      return Reading.failed(TokenStatus.BAD_PAYLOAD);
    }
    Token token = new Token(claims.get(), sections.get(1));
    if (!token.isWellFormed()) {
      return Reading.failed(TokenStatus.BAD_CLAIM);
    }
    return decoded(sections.get(2)).isEmpty()
        ? Reading.failed(TokenStatus.BAD_SIGNATURE)
        : new Reading(TokenStatus.OK, Optional.of(token));
  }

  /** Whether the registered claims have the types that they must have. */
  boolean isWellFormed() {
    return isTextOrAbsent(claims, "iss")
        && isTextOrAbsent(claims, "sub")
        && isTextOrAbsent(claims, "jti")
        && isTimeOrAbsent("iat")
        && isTimeOrAbsent("nbf")
        && isTimeOrAbsent("exp")
        && isTextsOrAbsent(claim("aud"));
  }

  String issuer() {
    return claim("iss").getStringValue();
  }

  ImmutableList<String> audiences() {
    Value audience = claim("aud");
    ImmutableList.Builder<String> all = ImmutableList.builder();
    if (audience.hasStringValue()) {
      all.add(audience.getStringValue());
    }
    audience.getListValue().getValuesList().forEach(value -> all.add(value.getStringValue()));
    return all.build();
  }

  /** Seconds since 1970; 0 if there is no such claim. */
  double time(String name) {
    return Math.floor(claim(name).getNumberValue());
  }

  private Value claim(String name) {
    return claims.getFieldsOrDefault(name, NONE);
  }

  private boolean isTimeOrAbsent(String name) {
    Value value = claim(name);
    return value.getKindCase() == Value.KindCase.KIND_NOT_SET
        || (value.hasNumberValue() && value.getNumberValue() >= 0 && value.getNumberValue() < MOST);
  }

  private static boolean isTextOrAbsent(Struct object, String name) {
    Value value = object.getFieldsOrDefault(name, NONE);
    return value.getKindCase() == Value.KindCase.KIND_NOT_SET || value.hasStringValue();
  }

  private static boolean isTextsOrAbsent(Value value) {
    return switch (value.getKindCase()) {
      case KIND_NOT_SET, STRING_VALUE -> true;
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream().allMatch(Value::hasStringValue);
      default -> false;
    };
  }

  private static Optional<String> decoded(String section) {
    try {
      String bare = section.replace("=", "");
      return Optional.of(new String(BASE64.decode(bare), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Struct> json(String text) {
    try {
      return Optional.of(ClaimsJson.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
