// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import java.util.regex.Pattern;

/** Names of HTTP headers. Document: RFC 9110, {@code token}. */
public final class HeaderNameRules {
  private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

  private HeaderNameRules() {}

  /** Checks the name of a header in a match; names with a colon are parts of the URL. */
  public static void checkMatched(String name, Findings at) {
    if (!isMatched(name)) {
      at.invalid("header name: \"" + name + "\" (expected: letters, digits and hyphens)");
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
