// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import io.envoyproxy.envoy.type.matcher.v3.ListMatcher;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.OrMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import java.util.List;

/**
 * Matchers of claims, which the filter that checks tokens leaves behind as metadata. Envoy
 * document: JWT Authentication, {@code payload_in_metadata}.
 */
public final class TokenClaims {
  /** Under what name the claims of a good token are kept. */
  public static final String PAYLOAD = "payload";

  /** The filter that checks tokens. */
  public static final String FILTER = "envoy.filters.http.jwt_authn";

  private static final ValueMatcher PRESENT =
      ValueMatcher.newBuilder().setPresentMatch(true).build();

  private TokenClaims() {}

  /**
   * Matches a claim.
   *
   * @param path the names that lead to it
   */
  public static MetadataMatcher matcher(List<String> path, ValueMatcher value) {
    MetadataMatcher.Builder matcher =
        MetadataMatcher.newBuilder().setFilter(FILTER).setValue(value);
    matcher.addPathBuilder().setKey(PAYLOAD);
    path.forEach(key -> matcher.addPathBuilder().setKey(key));
    return matcher.build();
  }

  /** What matches texts matches lists too of which one text does. */
  public static ValueMatcher alsoInList(ValueMatcher text) {
    ValueMatcher inList =
        ValueMatcher.newBuilder().setListMatch(ListMatcher.newBuilder().setOneOf(text)).build();
    return ValueMatcher.newBuilder()
        .setOrMatch(OrMatcher.newBuilder().addValueMatchers(inList).addValueMatchers(text))
        .build();
  }

  /** Matches whatever is there. */
  public static ValueMatcher present() {
    return PRESENT;
  }
}
