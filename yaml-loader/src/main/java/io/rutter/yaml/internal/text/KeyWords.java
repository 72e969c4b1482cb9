// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

/** Looks for keys in a text that is no YAML. */
public final class KeyWords {
  private KeyWords() {}

  /** Whether the word stands in the text as a key does: by itself, and before a colon. */
  public static boolean has(String text, String key) {
    for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      int after = at + key.length();
      if (after < text.length() && "\"'".indexOf(text.charAt(after)) >= 0) {
        after++;
      }
      if (text.startsWith(":", after) && (at == 0 || !isOfWord(text.charAt(at - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
