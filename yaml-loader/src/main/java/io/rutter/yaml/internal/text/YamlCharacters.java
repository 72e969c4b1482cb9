// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

/** Which characters a YAML text has, and which of them end a line. Document: YAML 1.1. */
public final class YamlCharacters {
  /** Says in what order bytes stand, and nothing where there is no order to choose from. */
  static final char BYTE_ORDER_MARK = '\ufeff';

  private YamlCharacters() {}

  /** Whether a text has no other characters than YAML allows. */
  public static boolean areAllowed(String text) {
    return text.codePoints().allMatch(YamlCharacters::isAllowed);
  }

  /** Chapter 5.1: printable characters, and tab and line breaks. */
  static boolean isAllowed(int character) {
    return (character >= 0x20 && character <= 0x7E)
        || character == '\t'
        || character == '\n'
        || character == '\r'
        || character == 0x85
        || (character >= 0xA0 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  /**
   * Whether a line ends with the character at this place: LF, CR LF, CR alone, NEL, and the line
   * and paragraph separators, as YAML 1.1 has it in chapter 5.4.
   */
  static boolean endsLine(CharSequence text, int at) {
    char c = text.charAt(at);
    return isBreak(c) && (c != '\r' || at + 1 == text.length() || text.charAt(at + 1) != '\n');
  }

  /** Whether a character is a line break, or a part of one. */
  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Whether a character is a blank or a line break. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }
}
