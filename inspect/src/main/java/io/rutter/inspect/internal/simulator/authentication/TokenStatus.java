// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

/** What is wrong with a token, in the words of Envoy or shorter. */
enum TokenStatus {
  OK("OK", 200),
  MISSING("Jwt is missing", 401),
  UNKNOWN_ISSUER("Jwt issuer is not configured", 401),
  EXPIRED("Jwt is expired", 401),
  NOT_YET_VALID("Jwt not yet valid", 401),
  WRONG_AUDIENCE("Audiences in Jwt are not allowed", 403),
  VERIFICATION_FAILS("Jwt verification fails, as no key of the issuer is known", 401),
  BAD_FORMAT(
      "Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections", 401),
  BAD_HEADER("Jwt header is not JSON in Base64url", 401),
  BAD_ALGORITHM("Jwt header [alg] is missing or not supported", 401),
  BAD_KEY_ID("Jwt header [kid] is not a string", 401),
  BAD_PAYLOAD("Jwt payload is not JSON in Base64url", 401),
  BAD_CLAIM("Jwt payload has a registered claim of another type", 401),
  BAD_SIGNATURE("Jwt signature is not Base64url", 401);

  private final String message;
  private final int status;

  TokenStatus(String message, int status) {
    this.message = message;
    this.status = status;
  }

  String message() {
    return message;
  }

  /** What Envoy answers with. */
  int status() {
    return status;
  }

  /** Whether it says something of a token that the provider could mean. */
  boolean isOfToken() {
    return this != MISSING && this != UNKNOWN_ISSUER;
  }
}
