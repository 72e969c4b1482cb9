// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.common.base.CharMatcher;
import io.rutter.model.problem.VisibleText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Strings in YAML: plain if both YAML 1.1 and 1.2 read a string, else in double quotes. */
public final class YamlScalars {
  private static final CharMatcher LETTER =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('A', 'Z'));

  /** Characters with which a plain string may begin. */
  private static final CharMatcher START = LETTER.or(CharMatcher.anyOf("/_")).precomputed();

  /** Characters without special meaning in or at the end of a plain string. */
  private static final CharMatcher PLAIN =
      LETTER
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("/_.|~+=@%*()$;^-"))
          .precomputed();

  /** Characters without special meaning between two of {@link #PLAIN}. */
  private static final CharMatcher INNER = CharMatcher.anyOf(":,");

  /** A duration or an IPv4 address, which starts like a number and is none. */
  private static final Pattern PLAIN_WITH_DIGIT =
      Pattern.compile("[0-9]+(?:\\.[0-9]+)?s|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");

  private static final Set<String> OTHER_TYPES =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private YamlScalars() {}

  /** A string as YAML scalar on one line. */
  public static String text(String text) {
    boolean plain =
        (!text.isEmpty() && text.charAt(0) <= '9' && PLAIN_WITH_DIGIT.matcher(text).matches())
            || (isPlain(text) && !OTHER_TYPES.contains(text.toLowerCase(Locale.ROOT)));
    return plain ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !START.matches(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inner =
          INNER.matches(c) && i + 1 < text.length() && PLAIN.matches(text.charAt(i + 1));
      if (!PLAIN.matches(c) && !inner) {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String text) {
    StringBuilder result = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> result.append("\\\"");
                case '\\' -> result.append("\\\\");
                case '\n' -> result.append("\\n");
                case '\t' -> result.append("\\t");
                default -> {
                  if (VisibleText.isVisible(c)) {
                    result.appendCodePoint(c);
                  } else {
                    result.append(
                        String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
                  }
                }
              }
            });
    return result.append('"').toString();
  }
}
