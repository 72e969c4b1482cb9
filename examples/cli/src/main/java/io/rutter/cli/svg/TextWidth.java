// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

/**
 * How wide a text is, about, in the sans-serif fonts that machines have. It asks no font, so that a
 * picture is the same on every machine; it rather takes too much than too little.
 */
final class TextWidth {
  private static final String NARROW = "iljtfrI.,:;'|!()[]{}/\\ `\"";
  private static final String WIDE = "mwMW@%\u2192\u26A1\u21BB\u2026";
  private static final double NARROW_EM = 0.37;
  private static final double PLAIN_EM = 0.6;
  private static final double CAPITAL_EM = 0.7;
  private static final double WIDE_EM = 0.96;
  private static final int IDEOGRAPHS = 0x1100;

  private TextWidth() {}

  /** The width of a text in pixels. */
  static double of(String text, double fontSize) {
    return text.codePoints().mapToDouble(TextWidth::em).sum() * fontSize;
  }

  private static double em(int character) {
    if (NARROW.indexOf(character) >= 0) {
      return NARROW_EM;
    }
    if (WIDE.indexOf(character) >= 0) {
      return WIDE_EM;
    }
    if (character >= IDEOGRAPHS) {
      return 1.0;
    }
    return Character.isUpperCase(character) ? CAPITAL_EM : PLAIN_EM;
  }
}
