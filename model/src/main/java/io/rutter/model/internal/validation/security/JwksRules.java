// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.jwk.JwkSet;
import io.rutter.model.internal.jwk.MalformedJwkException;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.ProblemCode;

/**
 * Key sets that are written into a rule: that they can be read, and that Envoy can use a key.
 * Documents: RFC 7517, RFC 7518.
 */
final class JwksRules {
  private JwksRules() {}

  static void check(String text, Findings at) {
    JwkSet set;
    try {
      set = JwkSet.parse(text);
    } catch (MalformedJwkException e) {
      at.invalid("jwks: " + e.getMessage() + " (expected: a JWK set)");
      return;
    }
    for (int i = 0; i < set.keys().size(); i++) {
      if (set.keys().get(i).isPrivate()) {
        at.warn(
            ProblemCode.PRIVATE_KEY,
            "key " + i + " is a private or symmetric one (expected: public keys only)");
      }
    }
    if (!set.isTaken()) {
      at.warn(
          ProblemCode.INVALID_VALUE,
          "jwks: " + reason(set) + "; no token is accepted (expected: a key that Envoy takes)");
    }
  }

  private static String reason(JwkSet set) {
    if (set.odd().isPresent()) {
      return set.odd().get();
    }
    return set.keys().isEmpty() ? "no key" : "no key that Envoy can use";
  }
}
