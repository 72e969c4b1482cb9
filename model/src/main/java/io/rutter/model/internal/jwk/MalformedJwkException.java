// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.jwk;

/** Says why a text is no JWK set. */
public final class MalformedJwkException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedJwkException(String message) {
    super(message);
  }
}
