// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;

/** Envoy's text comparisons. */
public final class StringMatchers {
  private StringMatchers() {}

  /** The whole text equals the value. */
  public static StringMatcher exact(String value) {
    return StringMatcher.newBuilder().setExact(value).build();
  }

  /** The text starts with the value. */
  public static StringMatcher prefix(String value) {
    return StringMatcher.newBuilder().setPrefix(value).build();
  }

  /** The whole text matches the RE2 expression. */
  public static StringMatcher regex(String expression) {
    return StringMatcher.newBuilder().setSafeRegex(regexMatcher(expression)).build();
  }

  /** An RE2 expression; Envoy's default engine is left unnamed. */
  public static RegexMatcher regexMatcher(String expression) {
    return RegexMatcher.newBuilder().setRegex(expression).build();
  }
}
