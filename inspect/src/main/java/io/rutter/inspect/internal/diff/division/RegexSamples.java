// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that an expression matches, by the operators that people use most: alternatives, groups,
 * classes, repetition. What they would not be matched by is left out, so that none is wrong.
 */
final class RegexSamples {
  /** So many texts of each part are followed up. */
  private static final int MOST = 12;

  /** Groups in groups, no further than this. */
  private static final int MOST_LEVELS = 50;

  private final String regex;
  private int at;
  private int level;

  private RegexSamples(String regex) {
    this.regex = regex;
  }

  static ImmutableSet<String> of(String regex) {
    RegexSamples samples = new RegexSamples(regex);
    List<String> texts = samples.alternatives();
    return texts.stream()
        .filter(text -> StringMatch.matches(regex, text))
        .collect(toImmutableSet());
  }

  private List<String> alternatives() {
    Set<String> texts = new LinkedHashSet<>(sequence());
    while (at < regex.length() && regex.charAt(at) == '|') {
      at++;
      texts.addAll(sequence());
    }
    return List.copyOf(texts);
  }

  private List<String> sequence() {
    List<String> texts = List.of("");
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      texts = product(texts, repeated(one()));
    }
    return texts;
  }

  /** One of each text of the first with each of the second, as many as are wanted. */
  private static List<String> product(List<String> heads, List<String> tails) {
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < Math.max(heads.size(), tails.size()); i++) {
      texts.add(heads.get(i % heads.size()) + tails.get(i % tails.size()));
    }
    for (String head : heads) {
      for (String tail : tails) {
        if (texts.size() < MOST) {
          texts.add(head + tail);
        }
      }
    }
    return new ArrayList<>(texts);
  }

  private List<String> one() {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> List.of(characterClass());
      case '.' -> List.of("x");
      case '^', '$' -> List.of("");
      case '\\' -> List.of(escaped());
      default -> List.of(String.valueOf(c));
    };
  }

  private List<String> group() {
    if (regex.startsWith("?", at)) {
      int end = at;
      while (end < regex.length() && ":>)".indexOf(regex.charAt(end)) < 0) {
        end++;
      }
      at = Math.min(end + 1, regex.length());
    }
    if (level >= MOST_LEVELS) {
      at = regex.length();
      return List.of("");
    }
    level++;
    List<String> texts = alternatives();
    level--;
    at++; // The closing bracket, or the end of a wrong expression.
    return texts;
  }

  private String escaped() {
    if (at >= regex.length()) {
      return "";
    }
    char c = regex.charAt(at++);
    return switch (c) {
      case 'd' -> "7";
      case 'w' -> "a";
      case 's' -> " ";
      case 'D', 'S' -> "x";
      case 'W' -> "-";
      case 'b', 'A', 'z', 'B' -> "";
      default -> String.valueOf(c);
    };
  }

  /** A character of a class, or one that a negated class does not name. */
  private String characterClass() {
    int start = at;
    int end = start;
    while (end < regex.length() && (regex.charAt(end) != ']' || end == start)) {
      end += regex.charAt(end) == '\\' ? 2 : 1;
    }
    at = Math.min(end + 1, regex.length());
    String one = "[" + regex.substring(start, Math.min(end, regex.length())) + "]";
    for (String candidate : List.of("a", "7", "A", "x", "-", "_", ".", "/", " ", "z")) {
      if (StringMatch.matches(one, candidate)) {
        return candidate;
      }
    }
    for (char c = ' '; c < 127; c++) {
      if (StringMatch.matches(one, String.valueOf(c))) {
        return String.valueOf(c);
      }
    }
    return "";
  }

  private List<String> repeated(List<String> texts) {
    if (at >= regex.length()) {
      return texts;
    }
    List<String> result = texts;
    switch (regex.charAt(at)) {
      case '*', '?' -> {
        at++;
        result = with("", texts);
      }
      case '+' -> at++;
      case '{' -> result = counted(texts);
      default -> {
        return texts;
      }
    }
    if (at < regex.length() && regex.charAt(at) == '?') {
      at++; // Takes as little as it can: the same texts.
    }
    return result;
  }

  private List<String> counted(List<String> texts) {
    int end = regex.indexOf('}', at);
    int least = 0;
    int i = at + 1;
    while (i < regex.length() && Character.isDigit(regex.charAt(i)) && least < 1000) {
      least = least * 10 + Character.digit(regex.charAt(i), 10);
      i++;
    }
    if (end < 0) {
      at++;
      return texts; // No count, but a brace.
    }
    at = end + 1;
    int times = least;
    List<String> counted =
        times == 0 ? List.of("") : texts.stream().map(text -> text.repeat(times)).toList();
    return counted;
  }

  private static List<String> with(String first, List<String> texts) {
    List<String> all = new ArrayList<>(texts);
    all.add(first);
    return all;
  }
}
