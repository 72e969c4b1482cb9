// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

/**
 * Identities of tokens, {@code ISSUER/SUBJECT}. Istio document: Authorization Policy, {@code
 * requestPrincipals}.
 *
 * @param issuer issuers
 * @param subject subjects
 */
record TokenIdentity(TextPattern issuer, TextPattern subject) implements ValueSet {
  static TokenIdentity of(String value) {
    int slash = value.lastIndexOf('/');
    String issuer = slash < 0 ? value : value.substring(0, slash);
    String subject = slash < 0 ? "" : value.substring(slash + 1);
    if (value.equals("*")) {
      return new TokenIdentity(TextPattern.ANY, TextPattern.ANY);
    }
    if (value.startsWith("*")) {
      return slash < 0
          ? new TokenIdentity(TextPattern.ANY, TextPattern.of(value))
          : new TokenIdentity(TextPattern.of(issuer), TextPattern.exact(subject));
    }
    if (value.endsWith("*")) {
      return slash < 0
          ? new TokenIdentity(TextPattern.of(value), TextPattern.ANY)
          : new TokenIdentity(TextPattern.exact(issuer), TextPattern.of(subject));
    }
    return new TokenIdentity(TextPattern.exact(issuer), TextPattern.exact(subject));
  }

  @Override
  public boolean covers(ValueSet other) {
    return other instanceof TokenIdentity token
        && issuer.covers(token.issuer)
        && subject.covers(token.subject);
  }

  @Override
  public boolean isDisjointFrom(ValueSet other) {
    return other instanceof TokenIdentity token
        && (issuer.isDisjointFrom(token.issuer) || subject.isDisjointFrom(token.subject));
  }
}
