// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expression of {@code java.util.regex} is safe on a text of any length. It is not if it
 * repeats a group, which takes stack for each repetition, nor if two repetitions after one another
 * can share what they match, because then all ways of sharing are tried.
 */
final class RegexShape {
  /** Up to so many repetitions count as few. */
  private static final int FEW = 64;

  /** One character of an expression, then how often: a class, an escape, or itself. */
  private static final Pattern ATOM =
      Pattern.compile("(\\[\\^?]?[^\\]\\\\]*(?:\\\\.[^\\]\\\\]*)*]|\\\\.|[^\\\\()|])");

  private static final Pattern REPEAT = Pattern.compile("[*+?]|\\{(\\d+)(,?)(\\d*)}");
  private static final Pattern ZERO_WIDTH = Pattern.compile("[\\^$]|\\\\[bBAzZG]");

  private final String regex;
  private int at;

  /** The repetitions that may go on here. */
  private Set<String> open = new HashSet<>();

  private final Deque<Set<String>> before = new ArrayDeque<>();
  private final Deque<Set<String>> branches = new ArrayDeque<>();

  private RegexShape(String regex) {
    this.regex = regex;
  }

  /** Why the expression is not safe. */
  static Optional<String> offence(String regex) {
    return Optional.ofNullable(new RegexShape(regex).walk());
  }

  private @Nullable String walk() {
    start();
    while (at < regex.length()) {
      char c = regex.charAt(at);
      @Nullable String offence = null;
      if (c == '(') {
        at += regex.startsWith("(?:", at) ? 3 : 1;
        start();
      } else if (c == ')') {
        at++;
        offence = endGroup();
      } else if (c == '|') {
        at++;
        branches.getFirst().addAll(open);
        open = new HashSet<>(before.getFirst());
      } else {
        offence = atom();
      }
      if (offence != null) {
        return offence;
      }
    }
    return null;
  }

  private void start() {
    before.push(new HashSet<>(open));
    branches.push(new HashSet<>());
  }

  private @Nullable String endGroup() {
    open.addAll(branches.pop());
    Set<String> skipped = before.pop();
    Matcher repeat = repeat();
    if (repeat == null) {
      return null;
    }
    if (!repeat.group().equals("?")) {
      return "repeats a group";
    }
    open.addAll(skipped);
    return null;
  }

  private @Nullable String atom() {
    Matcher atom = ATOM.matcher(regex).region(at, regex.length());
    if (!atom.lookingAt()) {
      throw new IllegalArgumentException(regex + " at " + at);
    }
    String text = atom.group(1);
    at = atom.end();
    if (ZERO_WIDTH.matcher(text).matches()) {
      return null;
    }
    Matcher repeat = repeat();
    boolean optional = repeat != null && repeat.group().matches("[*?]|\\{0.*");
    if (isMany(repeat)) {
      for (String other : open) {
        if (overlap(other, text)) {
          return other + " and " + text + " can share what they match";
        }
      }
    }
    if (!optional) {
      open.removeIf(other -> !overlap(other, text));
    }
    if (isMany(repeat)) {
      open.add(text);
    }
    return null;
  }

  private @Nullable Matcher repeat() {
    Matcher repeat = REPEAT.matcher(regex).region(at, regex.length());
    if (!repeat.lookingAt()) {
      return null;
    }
    at = repeat.end();
    return repeat;
  }

  private static boolean isMany(@Nullable Matcher repeat) {
    if (repeat == null || repeat.group().equals("?")) {
      return false;
    }
    if (repeat.group(1) == null) {
      return true;
    }
    boolean unbounded = !repeat.group(2).isEmpty() && repeat.group(3).isEmpty();
    return unbounded
        || Integer.parseInt(repeat.group(3).isEmpty() ? repeat.group(1) : repeat.group(3)) > FEW;
  }

  private static boolean overlap(String one, String other) {
    Pattern a = Pattern.compile(one, Pattern.DOTALL);
    Pattern b = Pattern.compile(other, Pattern.DOTALL);
    return IntStream.range(0, 256)
        .mapToObj(c -> Character.toString((char) c))
        .anyMatch(c -> a.matcher(c).matches() && b.matcher(c).matches());
  }
}
