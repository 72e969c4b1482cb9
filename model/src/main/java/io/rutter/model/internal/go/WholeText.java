// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.go;

import java.util.Optional;

/**
 * Texts that a string of protobuf or HTTP can be: neither U+0000 nor half of a surrogate pair is in
 * them.
 */
public final class WholeText {
  private static final int SHOWN = 20;

  private WholeText() {}

  /** What to say of a text that cannot be sent; empty if it can. */
  public static Optional<String> problem(String text) {
    int bad = firstBad(text);
    return bad < 0
        ? Optional.empty()
        : Optional.of(
            "text with U+%04X behind \"%s\" (expected: whole Unicode characters, none of them U+0000)"
                .formatted((int) text.charAt(bad), text.substring(Math.max(0, bad - SHOWN), bad)));
  }

  /** Whether a string can be sent. */
  public static boolean isWhole(String text) {
    return firstBad(text) < 0;
  }

  /** The index of the first bad char, or -1. */
  private static int firstBad(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return i;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
