// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.model.StringMatch;
import java.util.Optional;

/**
 * A condition on a request header to {@code HeaderMatcher}. An empty condition asks for presence
 * only. Istio document: Virtual Service, {@code HTTPMatchRequest.headers} and {@code
 * withoutHeaders}.
 */
final class HeaderMatcherTranslator {
  private HeaderMatcherTranslator() {}

  /** Requires that the header is present and matches. */
  static HeaderMatcher translate(String name, StringMatch match) {
    return matcher(name, StringMatchTranslator.comparison(match)).build();
  }

  /** Requires that the header does not match; a missing header does not. */
  static HeaderMatcher inverted(String name, StringMatch match) {
    Optional<StringMatcher> comparison = StringMatchTranslator.comparison(match);
    return matcher(name, comparison)
        .setInvertMatch(true)
        .setTreatMissingHeaderAsEmpty(comparison.isPresent())
        .build();
  }

  private static HeaderMatcher.Builder matcher(String name, Optional<StringMatcher> comparison) {
    HeaderMatcher.Builder matcher = HeaderMatcher.newBuilder().setName(name);
    return comparison.isPresent()
        ? matcher.setStringMatch(comparison.get())
        : matcher.setPresentMatch(true);
  }
}
