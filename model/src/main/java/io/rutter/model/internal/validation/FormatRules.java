// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.base.CharMatcher;
import java.util.Map;

/**
 * Formats of access logs and values of headers: {@code %NAME%}, {@code %NAME(ARGUMENTS)%} or {@code
 * %NAME(ARGUMENTS):LENGTH%} is an operator, {@code %%} a percent sign. Envoy document: Substitution
 * Formatter.
 */
public final class FormatRules {
  private static final int WRONG = -1;
  private static final CharMatcher NAME =
      CharMatcher.inRange('A', 'Z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.is('_'));
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private FormatRules() {}

  /** Checks a format string. */
  public static void check(String format, Findings at) {
    int next = format.indexOf('%');
    while (next >= 0) {
      int end = format.startsWith("%%", next) ? next + 2 : endOfOperator(format, next + 1);
      if (end == WRONG) {
        at.invalid("format: \"" + format + "\" (expected: %NAME%, %NAME(ARGUMENTS)% or %%)");
        return;
      }
      FormatOperators.check(format.substring(next, end), at);
      next = format.indexOf('%', end);
    }
  }

  /** Checks the strings of a JSON object, at any depth. */
  public static void check(Map<String, Object> object, Findings at) {
    object.forEach((name, value) -> check(value, at.entry(name)));
  }

  private static void check(Object value, Findings at) {
    if (value instanceof String text) {
      check(text, at);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> check(inner, at.at(String.valueOf(name))));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(inner -> check(inner, at));
    }
  }

  /** The index after the operator whose name starts here; arguments end at a parenthesis. */
  private static int endOfOperator(String format, int start) {
    int at = skip(NAME, format, start);
    if (at == start) {
      return WRONG;
    }
    if (format.startsWith("(", at)) {
      int close = format.indexOf(')', at);
      if (close < 0) {
        return WRONG;
      }
      at = close + 1;
    }
    if (format.startsWith(":", at)) {
      int digits = skip(DIGITS, format, at + 1);
      if (digits == at + 1) {
        return WRONG;
      }
      at = digits;
    }
    return format.startsWith("%", at) ? at + 1 : WRONG;
  }

  private static int skip(CharMatcher characters, String text, int start) {
    int at = start;
    while (at < text.length() && characters.matches(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
