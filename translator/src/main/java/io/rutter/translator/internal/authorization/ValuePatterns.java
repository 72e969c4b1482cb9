// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import com.google.common.base.CharMatcher;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.translator.internal.proto.StringMatchers;

/** Values with a {@code *} at an end → Envoy's matchers. Istio document: Authorization Policy. */
final class ValuePatterns {
  /** What RE2 takes for more than itself. */
  private static final CharMatcher META = CharMatcher.anyOf("\\.+*?()|[]{}^$").precomputed();

  /** Any text that is not empty. */
  static final StringMatcher ANY = StringMatchers.regex(".+");

  private ValuePatterns() {}

  /** Matches texts. */
  static StringMatcher text(String value) {
    return text("", value);
  }

  /**
   * Matches texts that begin with something else.
   *
   * @param before what stands before the value, but for {@code *} alone
   */
  static StringMatcher text(String before, String value) {
    if (value.equals("*")) {
      return ANY;
    }
    if (value.startsWith("*")) {
      String rest = value.substring(1);
      return before.isEmpty() ? suffix(rest) : StringMatchers.regex(before + ".*" + quoted(rest));
    }
    return value.endsWith("*")
        ? StringMatchers.prefix(before + value.substring(0, value.length() - 1))
        : StringMatchers.exact(before + value);
  }

  static StringMatcher suffix(String value) {
    return StringMatcher.newBuilder().setSuffix(value).build();
  }

  /** Matches a header. */
  static HeaderMatcher header(String name, String value) {
    HeaderMatcher.Builder header = HeaderMatcher.newBuilder().setName(name);
    return value.equals("*")
        ? header.setPresentMatch(true).build()
        : header.setStringMatch(text(value)).build();
  }

  /** Matches the host of a request, in any case of letters. */
  static HeaderMatcher host(String value) {
    HeaderMatcher header = header(":authority", value);
    return header.hasStringMatch()
        ? header.toBuilder()
            .setStringMatch(header.getStringMatch().toBuilder().setIgnoreCase(true))
            .build()
        : header;
  }

  /** A text as an expression for itself. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (META.matches(text.charAt(i))) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }
}
