// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.CharMatcher;

/**
 * A value as a line of the log shows it: nothing that a client or a file says can begin a line, end
 * a value, or steer a terminal.
 */
final class LogText {
  /** Longer values are cut: nobody fills the log with one request. */
  private static final int MOST_CHARACTERS = 2_000;

  /** What needs no quotes. */
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-_.:/~|+*@[]()"))
          .precomputed();

  private LogText() {}

  /** The value, in quotes where it holds more than the characters of names and paths. */
  static String of(String value) {
    String shown =
        value.length() <= MOST_CHARACTERS
            ? value
            : value.substring(0, MOST_CHARACTERS) + "... of " + value.length() + " characters";
    return !shown.isEmpty() && PLAIN.matchesAllOf(shown) ? shown : quoted(shown);
  }

  /** The text as a string of JSON. */
  private static String quoted(String text) {
    return '"' + visible(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }

  /** The text on one line, with what does not show as an escape. */
  static String visible(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> result.append("\\n");
        case '\r' -> result.append("\\r");
        case '\t' -> result.append("\\t");
        default -> {
          if (isShown(c)) {
            result.append(c);
          } else {
            result.append("\\u").append("%04x".formatted((int) c));
          }
        }
      }
    }
    return result.toString();
  }

  /** Neither a control, nor a mark that turns, hides or breaks text, nor half a character. */
  private static boolean isShown(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
