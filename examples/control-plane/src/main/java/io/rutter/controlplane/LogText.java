// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.CharMatcher;
import io.rutter.model.problem.VisibleText;

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
    return '"' + VisibleText.of(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }
}
