// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.JwtHeader;
import io.rutter.model.security.JwtRule;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;

/**
 * Rules of one RequestAuthentication that look for tokens in different places: of several tokens in
 * one request a good one is enough, and wrong ones beside it are let through. Istio document:
 * Request Authentication, {@code JWTRule}.
 */
final class TokenPlaceAnalysis {
  private TokenPlaceAnalysis() {}

  static void check(MeshIndex mesh, ProblemSink problems) {
    for (RequestAuthentication tokens : mesh.snapshot().requestAuthentications()) {
      for (int i = 1; i < tokens.jwtRules().size(); i++) {
        if (!places(tokens.jwtRules().get(i)).equals(places(tokens.jwtRules().get(0)))) {
          FindingPlace.spec("RequestAuthentication", tokens.metadata(), problems)
              .at("jwtRules")
              .at(i)
              .note(
                  ProblemCode.UNCHECKED_TOKEN,
                  "looks for tokens in other places than jwtRules[0]: beside a good token of one"
                      + " rule, a wrong one of the other is let through (expected: the same places"
                      + " for all rules)");
          break;
        }
      }
    }
  }

  private static Places places(JwtRule rule) {
    return new Places(
        ImmutableSet.copyOf(rule.fromHeaders()),
        ImmutableSet.copyOf(rule.fromParams()),
        ImmutableSet.copyOf(rule.fromCookies()));
  }

  private record Places(
      ImmutableSet<JwtHeader> headers, ImmutableSet<String> params, ImmutableSet<String> cookies) {}
}
