// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

/**
 * Makes strings of an input safe to show: control characters, line separators and characters that
 * reverse or hide text become escapes such as <code>&#92;u001b</code>. Everything that prints
 * names, paths or values of an input uses it, so that no input can forge a line or control a
 * terminal.
 *
 * <p>Escaped are the controls of ASCII and ISO 8859 (C0, DEL, C1), the line and paragraph
 * separators, the marks of writing direction, other characters without a shape of their own
 * (Unicode's "format" characters), and halves of surrogate pairs. Everything else is unchanged,
 * even backslashes, so the result is for people and not for parsers.
 */
public final class VisibleText {
  private VisibleText() {}

  /** The string on one line, with nothing hidden in it. */
  public static String of(String text) {
    return escape(text, false);
  }

  /**
   * Equivalent JSON with nothing hidden in it. Characters that JSON itself does not escape only
   * occur in its strings, where an escape means the same character.
   */
  public static String inJson(String json) {
    return escape(json, true);
  }

  /** Whether a character shows as it is. */
  public static boolean isVisible(int character) {
    if (character < 0x7F) {
      return character >= 0x20;
    }
    return character >= 0xA0
        && !isFormat(character)
        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }

  /** Listed, since each version of Java has other tables of Unicode. */
  private static boolean isFormat(int character) {
    return character == 0xAD // soft hyphen
        || (character >= 0x600 && character <= 0x605) // Arabic signs around numbers
        || character == 0x61C // Arabic letter mark
        || character == 0x6DD // Arabic end of ayah
        || character == 0x70F // Syriac abbreviation mark
        || (character >= 0x890 && character <= 0x891) // Arabic signs around numbers
        || character == 0x8E2 // Arabic disputed end of ayah
        || character == 0x180E // Mongolian vowel separator
        || (character >= 0x200B && character <= 0x200F) // without width, and marks of direction
        || (character >= 0x2028 && character <= 0x202E) // separators, embeddings and overrides
        || (character >= 0x2060 && character <= 0x206F) // without width, isolates
        || character == 0xFEFF // byte order mark
        || (character >= 0xFFF9 && character <= 0xFFFB) // annotations
        || character == 0x110BD // Kaithi number signs
        || character == 0x110CD
        || (character >= 0x13430 && character <= 0x1343F) // hieroglyph joiners
        || (character >= 0x1BCA0 && character <= 0x1BCA3) // shorthand
        || (character >= 0x1D173 && character <= 0x1D17A) // musical
        || (character >= 0xE0000 && character <= 0xE0FFF); // tags and selectors
  }

  private static String escape(String text, boolean json) {
    int first = 0;
    while (first < text.length() && stays(text.codePointAt(first), json)) {
      first += Character.charCount(text.codePointAt(first));
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first)
        .codePoints()
        .forEach(
            character -> {
              if (stays(character, json)) {
                result.appendCodePoint(character);
              } else {
                append(result, character);
              }
            });
    return result.toString();
  }

  private static boolean stays(int character, boolean json) {
    return isVisible(character) || (json && character == '\n');
  }

  private static void append(StringBuilder result, int character) {
    switch (character) {
      case '\n' -> result.append("\\n");
      case '\r' -> result.append("\\r");
      case '\t' -> result.append("\\t");
      default -> {
        for (char half : Character.toChars(character)) {
          result.append("\\u");
          for (int shift = 12; shift >= 0; shift -= 4) {
            result.append(Character.forDigit(half >> shift & 0xF, 16));
          }
        }
      }
    }
  }
}
