// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.model.StringMatch;
import io.rutter.translator.internal.proto.TokenClaims;

/**
 * A condition on a JWT claim to {@code MetadataMatcher}: on the dynamic metadata of Envoy's JWT
 * filter, a string or a list of strings. Istio document: JWT claim based routing.
 */
public final class ClaimMatchers {
  private ClaimMatchers() {}

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
