// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.regex;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Checks the repetition counts of an expression. RE2 rejects counts whose product along nested
 * groups exceeds 1,000, as in {@code ((a{100}){100}}, because the program would be as long; RE2/J
 * compiles them until memory is exhausted. Envoy rejects programs of more than 32,768 instructions,
 * of which each character has at least one for each repetition. RE2 document: Syntax,
 * "Implementation restriction"; Envoy document: regex.proto, {@code GoogleRE2.max_program_size}.
 */
public final class RegexRepeats {
  private static final int MOST = 1000;
  private static final int LONGEST_PROGRAM = 32_768;

  private final String regex;
  private final Deque<Group> groups = new ArrayDeque<>();

  /** The largest product of a part of the group, so far. */
  private long inGroup = 1;

  /** The product of the part that a count may follow. */
  private long last = 1;

  /** The least length of the group's program, so far. */
  private long length;

  /** The least length of the program of the part that a count may follow. */
  private long lastLength;

  private int at;

  /**
   * What was found of a group before one in it began.
   *
   * @param product the largest product of a part
   * @param length the least length of its program
   */
  private record Group(long product, long length) {
    private static final Group NONE = new Group(1, 0);
  }

  private RegexRepeats(String regex) {
    this.regex = regex;
  }

  /** Whether counts stay within the bound; nothing else of the expression is checked. */
  public static boolean areWithinBounds(String regex) {
    return new RegexRepeats(regex).check();
  }

  private boolean check() {
    while (at < regex.length()) {
      char c = regex.charAt(at);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> {
          groups.push(new Group(inGroup, length));
          inGroup = 1;
          length = 0;
          last = 1;
          at++;
        }
        case ')' -> closeGroup();
        case '{' -> count();
        case '*', '+', '?' -> at++;
        default -> part();
      }
      if (inGroup > MOST || length > LONGEST_PROGRAM) {
        return false;
      }
    }
    return length <= LONGEST_PROGRAM;
  }

  /** A part of one character. */
  private void part() {
    at++;
    part(1);
  }

  /** A part that is repeated as often, and has one instruction at least. */
  private void part(int instructions) {
    last = 1;
    lastLength = instructions;
    length += instructions;
  }

  private void closeGroup() {
    last = inGroup;
    lastLength = length;
    Group outer = groups.isEmpty() ? Group.NONE : groups.pop();
    inGroup = Math.max(outer.product, last);
    length += outer.length;
    at++;
  }

  private void escape() {
    if (regex.startsWith("\\Q", at)) {
      int end = regex.indexOf("\\E", at + 2);
      part((end < 0 ? regex.length() : end) - at - 2);
      at = end < 0 ? regex.length() : end + 2;
      return;
    }
    boolean braces =
        at + 2 < regex.length()
            && "xpP".indexOf(regex.charAt(at + 1)) >= 0
            && regex.charAt(at + 2) == '{';
    int end = braces ? regex.indexOf('}', at) : at + 1;
    at = end < 0 ? regex.length() : end + 1;
    part(1);
  }

  /**
   * Skips a character class; a bracket at its start is literal, and it may contain named classes in
   * brackets.
   */
  private void characterClass() {
    at++;
    if (at < regex.length() && regex.charAt(at) == '^') {
      at++;
    }
    boolean first = true;
    while (at < regex.length() && (first || regex.charAt(at) != ']')) {
      first = false;
      int named = regex.startsWith("[:", at) ? regex.indexOf(":]", at + 2) : -1;
      if (named >= 0) {
        at = named + 2;
      } else {
        at += regex.charAt(at) == '\\' ? 2 : 1;
      }
    }
    at++;
    part(1);
  }

  /** Reads {@code {2}}, {@code {2,}} or {@code {2,3}}; anything else is literal. */
  private void count() {
    int end = regex.indexOf('}', at);
    String[] bounds = end < 0 ? new String[0] : regex.substring(at + 1, end).split(",", -1);
    boolean isCount = (bounds.length == 1 || bounds.length == 2) && isNumber(bounds[0]);
    if (!isCount || (bounds.length == 2 && !bounds[1].isEmpty() && !isNumber(bounds[1]))) {
      part();
      return;
    }
    boolean open = bounds.length == 2 && bounds[1].isEmpty();
    long times = Long.parseLong(open ? bounds[0] : bounds[bounds.length - 1]);
    last = Math.min(last, MOST + 1L) * times;
    length += Math.min(lastLength, LONGEST_PROGRAM + 1L) * Math.max(0, times - 1);
    lastLength = Math.min(lastLength, LONGEST_PROGRAM + 1L) * Math.max(1, times);
    inGroup = Math.max(inGroup, last);
    at = end + 1;
  }

  /** Up to nine digits, which is more than any count may have. */
  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 9
        && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }
}
