// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.model.StringMatch;
import io.rutter.translator.internal.proto.StringMatchers;
import java.util.Optional;

/**
 * {@link StringMatch} to {@code StringMatcher}. Absent for a match on mere presence, which has no
 * such form. Istio document: Virtual Service, {@code StringMatch}.
 */
public final class StringMatchTranslator {
  private static final StringMatch LONE_STAR = StringMatch.regex("*");

  private StringMatchTranslator() {}

  public static Optional<StringMatcher> translate(StringMatch match) {
    return switch (match.kind()) {
      case EXACT -> Optional.of(StringMatchers.exact(((StringMatch.Exact) match).value()));
      case PREFIX -> Optional.of(StringMatchers.prefix(((StringMatch.Prefix) match).value()));
      case REGEX -> Optional.of(StringMatchers.regex(((StringMatch.Regex) match).value()));
      case PRESENT -> Optional.empty();
    };
  }

  /**
   * The comparison for a header or query parameter; absent if presence is enough, which the regular
   * expression {@code *} means too.
   */
  static Optional<StringMatcher> comparison(StringMatch match) {
    return match.equals(LONE_STAR) ? Optional.empty() : translate(match);
  }
}
