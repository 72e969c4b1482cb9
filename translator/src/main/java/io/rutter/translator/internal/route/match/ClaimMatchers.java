// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.model.StringMatch;
import io.rutter.translator.internal.proto.TokenClaims;

/**
 * A condition on a JWT claim to {@code MetadataMatcher}: on the dynamic metadata of Envoy's JWT
 * filter, a string or a list of strings. Istio document: JWT claim based routing.
 *
 * <p>A header condition is a claim condition if its name is {@code @request.auth.claims} with the
 * path of the claim in either form, {@code .group.id} or {@code [group][id]}.
 */
public final class ClaimMatchers {
  private static final String PREFIX = "@request.auth.claims";

  private ClaimMatchers() {}

  /** The path of the claim that a header name means; empty for the name of a real header. */
  public static ImmutableList<String> claim(String headerName) {
    if (!headerName.startsWith("@") || !Ascii.toLowerCase(headerName).startsWith(PREFIX)) {
      return ImmutableList.of();
    }
    String path = headerName.substring(PREFIX.length());
    if (path.startsWith(".") && path.length() > 1) {
      return ImmutableList.copyOf(Splitter.on('.').split(path.substring(1)));
    }
    if (path.startsWith("[") && path.endsWith("]") && path.length() > 2) {
      return ImmutableList.copyOf(Splitter.on("][").split(path.substring(1, path.length() - 1)));
    }
    return ImmutableList.of();
  }

  /** A condition without a value asks whether the claim is there. */
  static MetadataMatcher of(ImmutableList<String> claim, StringMatch match) {
    return TokenClaims.matcher(
        claim,
        StringMatchTranslator.translate(match)
            .map(text -> ValueMatcher.newBuilder().setStringMatch(text).build())
            .map(TokenClaims::alsoInList)
            .orElseGet(TokenClaims::present));
  }
}
