// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.base.CharMatcher;
import java.util.regex.Pattern;

/** Names of HTTP headers. Document: RFC 9110, {@code token}. */
public final class HeaderNameRules {
  private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

  private static final CharMatcher LINE_ENDS = CharMatcher.anyOf("\r\n");

  private HeaderNameRules() {}

  /** Checks the name of a header in a match; names with a colon are parts of the URL. */
  public static void checkMatched(String name, Findings at) {
    if (!isMatched(name)) {
      at.invalid("header name: \"" + name + "\" (expected: letters, digits and hyphens)");
    }
  }

  /** Checks a text that Envoy only asks to be one line, be it the name of a header or not. */
  public static void checkLine(String text, Findings at) {
    if (LINE_ENDS.matchesAnyOf(text)) {
      at.invalid("text with a line end (expected: one line)");
    }
  }

  /** Whether a string is the name of a header for matching. */
  static boolean isMatched(String name) {
    return isName(name.startsWith(":") ? name.substring(1) : name);
  }

  /** Whether a string is the name of a header. */
  public static boolean isName(String name) {
    return TOKEN.matcher(name).matches();
  }
}
