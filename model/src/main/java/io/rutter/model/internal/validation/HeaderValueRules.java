// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.base.CharMatcher;

/**
 * Values of headers are templates: {@code %NAME%} or {@code %NAME(ARGUMENTS)%} is a variable,
 * {@code %%} a percent sign. Arguments are a string, or a list {@code ["a", "b"]}. Envoy document:
 * Custom request/response headers.
 */
public final class HeaderValueRules {
  private static final int WRONG = -1;
  private static final CharMatcher NOT_SPACE = CharMatcher.isNot(' ');
  private static final CharMatcher NAME_END = CharMatcher.anyOf("%(");

  private HeaderValueRules() {}

  /** Checks a value as Istio does, and then as Envoy does. */
  public static void check(String value, Findings at) {
    checkCharacters(value, at);
    int next = value.indexOf('%');
    while (next >= 0) {
      int end = value.startsWith("%%", next) ? next + 2 : skipVariable(value, next + 1);
      if (end == WRONG) {
        at.invalid("header value: \"" + value + "\" (expected: %NAME%, %NAME(ARGUMENTS)% or %%)");
        return;
      }
      next = value.indexOf('%', end);
    }
    FormatRules.check(value, at);
  }

  /** Checks a value that is sent as it is. */
  public static void checkCharacters(String value, Findings at) {
    if (value.chars().anyMatch(c -> (c < 0x20 && c != '\t') || c == 0x7f)) {
      at.invalid("header value with a control character (expected: printable text)");
    }
  }

  /** The index after the variable whose name starts here. */
  private static int skipVariable(String value, int start) {
    int end = NAME_END.indexIn(value, start);
    if (end == WRONG || value.charAt(end) == '%') {
      return end == WRONG ? WRONG : end + 1;
    }
    int arguments = NOT_SPACE.indexIn(value, end + 1);
    if (arguments == WRONG) {
      return WRONG;
    }
    int text = value.charAt(arguments) == '[' ? skip(value, arguments + 1, '"') : arguments + 1;
    return text == WRONG ? WRONG : skipArguments(value, text);
  }

  /** The index after the arguments whose string starts here; a parenthesis always ends them. */
  private static int skipArguments(String value, int start) {
    int at = start;
    while (at < value.length()) {
      switch (value.charAt(at)) {
        case '\\' -> at += 2;
        case ')' -> {
          return skip(value, at + 1, '%');
        }
        case '"' -> {
          int comma = skip(value, at + 1, ',');
          if (comma == WRONG) {
            int list = skip(value, at + 1, ']');
            int end = list == WRONG ? WRONG : skip(value, list, ')');
            return end == WRONG ? WRONG : skip(value, end, '%');
          }
          at = skip(value, comma, '"');
          if (at == WRONG) {
            return WRONG;
          }
        }
        default -> at++;
      }
    }
    return WRONG;
  }

  /** The index after a character that must come next, possibly after spaces. */
  private static int skip(String value, int start, char expected) {
    int next = NOT_SPACE.indexIn(value, Math.min(start, value.length()));
    return next >= 0 && value.charAt(next) == expected ? next + 1 : WRONG;
  }
}
