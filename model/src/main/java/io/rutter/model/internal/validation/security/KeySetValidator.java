// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.KeySet;

/** Checks a {@link KeySet}. */
public final class KeySetValidator {
  private KeySetValidator() {}

  /** Checks the object whose spec starts here. */
  public static void validate(KeySet keys, Findings at) {
    if (keys.uri().isEmpty() && keys.issuer().isEmpty()) {
      at.missing("neither uri nor issuer (expected: one of them)");
    }
    if (keys.uri().isPresent() && keys.issuer().isPresent()) {
      at.invalid("uri and issuer together (expected: one of them)");
    }
    keys.uri().ifPresent(uri -> JwtRuleValidator.checkUri(uri, at.at("uri")));
    if (keys.jwks().isEmpty()) {
      at.at("jwks").missing("no keys (expected: a JWK set)");
    } else {
      JwksRules.check(keys.jwks(), at.at("jwks"));
    }
  }
}
