// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authentication;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.extensions.filters.http.jwt_authn.v3.JwtProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What Envoy asks of a token whose issuer fits.
 *
 * @param time when the call is made; absent: tokens are neither too old nor too new
 * @param hasKeys whether the keys of a provider are known; else no token is good
 */
record TokenCheck(Optional<Instant> time, Predicate<String> hasKeys) {
  private static final int DEFAULT_SKEW = 60;

  /**
   * What Envoy says of it.
   *
   * @param audiences those of the requirement; empty: those of the provider count
   */
  TokenStatus status(Token token, String name, JwtProvider provider, List<String> audiences) {
    if (time.isPresent()) {
      double now = time.get().getEpochSecond();
      int skew = provider.getClockSkewSeconds() > 0 ? provider.getClockSkewSeconds() : DEFAULT_SKEW;
      if (now + skew < token.time("nbf")) {
        return TokenStatus.NOT_YET_VALID;
      }
      if (token.time("exp") > 0 && now > token.time("exp") + skew) {
        return TokenStatus.EXPIRED;
      }
    }
    List<String> wanted = audiences.isEmpty() ? provider.getAudiencesList() : audiences;
    if (!wanted.isEmpty() && !isFor(wanted, token)) {
      return TokenStatus.WRONG_AUDIENCE;
    }
    return hasKeys.test(name) ? TokenStatus.OK : TokenStatus.VERIFICATION_FAILS;
  }

  private static boolean isFor(List<String> wanted, Token token) {
    ImmutableSet<String> known = wanted.stream().map(TokenCheck::bare).collect(toImmutableSet());
    return token.audiences().stream().map(TokenCheck::bare).anyMatch(known::contains);
  }

  /** Audiences are compared without the scheme of a URL and without a slash at the end. */
  private static String bare(String audience) {
    String text = audience;
    if (text.startsWith("http://")) {
      text = text.substring("http://".length());
    } else if (text.startsWith("https://")) {
      text = text.substring("https://".length());
    }
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
