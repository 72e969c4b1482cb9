// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts in YAML: plain where YAML 1.1 and 1.2 both read a text, else in double quotes. */
public final class YamlScalars {
  /**
   * Starts with a letter or a slash; no character that means something in or after a plain text.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z/_][A-Za-z0-9/_.|~+=@%*()$;^-]*(?:[:,][A-Za-z0-9/_.|~+=@%*()$;^-]+)*");

  /** A time or an IPv4 address: starts like a number and is none. */
  private static final Pattern PLAIN_WITH_DIGIT =
      Pattern.compile("[0-9]+(?:\\.[0-9]+)?s|[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");

  private static final Set<String> OTHER_TYPES =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  private YamlScalars() {}

  /** The text as YAML scalar on one line. */
  public static String text(String text) {
    boolean plain =
        PLAIN_WITH_DIGIT.matcher(text).matches()
            || (PLAIN.matcher(text).matches()
                && !OTHER_TYPES.contains(text.toLowerCase(Locale.ROOT)));
    return plain ? text : quoted(text);
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
                  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029) {
                    result.append(String.format(Locale.ROOT, "\\u%04x", c));
                  } else {
                    result.appendCodePoint(c);
                  }
                }
              }
            });
    return result.append('"').toString();
  }
}
