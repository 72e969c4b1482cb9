// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

/**
 * Makes JSON that is indented with tabs readable as YAML, which has tabs for indentation nowhere.
 * Each tab outside of quotes becomes one space, so that positions stay.
 */
public final class FlowTabs {
  private FlowTabs() {}

  /** The text, without tabs outside of quotes if it is JSON. */
  public static String toSpaces(String text) {
    String start = text.stripLeading();
    if (text.indexOf('\t') < 0 || !(start.startsWith("{") || start.startsWith("["))) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length()) {
        result.append(c).append(text.charAt(++i));
        continue;
      }
      if (c == '"') {
        quoted = !quoted;
      }
      result.append(c == '\t' && !quoted ? ' ' : c);
    }
    return result.toString();
  }
}
