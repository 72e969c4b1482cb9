// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import com.google.common.base.CharMatcher;
import io.rutter.model.internal.go.GoUrl;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.security.ClaimToHeader;
import io.rutter.model.security.JwtHeader;
import io.rutter.model.security.JwtRule;
import java.util.List;
import java.util.Optional;

/** Checks a {@link JwtRule}. Istio document: Request Authentication, {@code JWTRule}. */
final class JwtRuleValidator {
  private static final CharMatcher HEADER_CHARACTERS =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("_-"));

  private JwtRuleValidator() {}

  static void validate(JwtRule rule, Findings at) {
    if (rule.issuer().isEmpty() && rule.jwksUri().isEmpty()) {
      at.at("issuer").missing("neither issuer nor jwksUri (expected: at least one of them)");
    }
    checkNotEmpty(rule.audiences(), at.at("audiences"));
    rule.jwksUri().ifPresent(uri -> checkUri(uri, at.at("jwksUri")));
    rule.jwks().ifPresent(keys -> JwksRules.check(keys, at.at("jwks")));
    checkHeaders(rule.fromHeaders(), at.at("fromHeaders"));
    checkNotEmpty(rule.fromParams(), at.at("fromParams"));
    checkNotEmpty(rule.fromCookies(), at.at("fromCookies"));
    rule.outputPayloadToHeader()
        .ifPresent(name -> HeaderNameRules.checkLine(name, at.at("outputPayloadToHeader")));
    checkClaims(rule.outputClaimToHeaders(), at.at("outputClaimToHeaders"));
    rule.timeout().ifPresent(timeout -> ValueRules.checkDuration(timeout, at.at("timeout")));
  }

  private static void checkNotEmpty(List<String> values, Findings at) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isEmpty()) {
        at.at(i).invalid("\"\" (expected: not empty)");
      }
    }
  }

  static void checkUri(String uri, Findings at) {
    Optional<String> scheme = GoUrl.parse(uri).map(GoUrl::scheme);
    if (scheme.isEmpty() || !(scheme.get().equals("http") || scheme.get().equals("https"))) {
      at.invalid("URI: \"" + uri + "\" (expected: http://HOST/PATH or https://HOST/PATH)");
    }
  }

  private static void checkHeaders(List<JwtHeader> headers, Findings at) {
    for (int i = 0; i < headers.size(); i++) {
      JwtHeader header = headers.get(i);
      Findings here = at.at(i);
      if (header.name().isEmpty()) {
        here.at("name").missing("no name (expected: the name of a header)");
      }
      HeaderNameRules.checkLine(header.name(), here.at("name"));
      header.prefix().ifPresent(prefix -> HeaderNameRules.checkLine(prefix, here.at("prefix")));
    }
  }

  private static void checkClaims(List<ClaimToHeader> claims, Findings at) {
    for (int i = 0; i < claims.size(); i++) {
      ClaimToHeader claim = claims.get(i);
      Findings here = at.at(i);
      if (claim.header().isEmpty()) {
        here.at("header").missing("no header (expected: the name of a header)");
      } else if (!HEADER_CHARACTERS.matchesAllOf(claim.header())) {
        here.at("header")
            .invalid(
                "header name: \""
                    + claim.header()
                    + "\" (expected: letters, digits, hyphens and underscores)");
      }
      if (claim.claim().isEmpty()) {
        here.at("claim").missing("no claim (expected: the name of a claim)");
      }
    }
  }
}
