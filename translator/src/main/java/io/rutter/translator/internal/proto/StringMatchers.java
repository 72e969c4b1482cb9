// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;

/** Envoy's string matchers. */
public final class StringMatchers {
  private StringMatchers() {}

  /** Matches strings equal to the value. */
  public static StringMatcher exact(String value) {
    return StringMatcher.newBuilder().setExact(value).build();
  }

  /** Matches strings that start with the value. */
  public static StringMatcher prefix(String value) {
    return StringMatcher.newBuilder().setPrefix(value).build();
  }

  /** Matches strings that the RE2 expression matches as a whole. */
  public static StringMatcher regex(String expression) {
    return StringMatcher.newBuilder().setSafeRegex(regexMatcher(expression)).build();
  }

  /** An RE2 expression; Envoy's default engine is left unnamed. */
  public static RegexMatcher regexMatcher(String expression) {
    return RegexMatcher.newBuilder().setRegex(expression).build();
  }
}
