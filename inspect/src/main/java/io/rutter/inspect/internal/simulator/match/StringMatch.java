// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import static java.util.Locale.ROOT;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.model.internal.regex.RegexRepeats;

/** Envoy's {@code StringMatcher} and {@code RegexMatcher}. */
public final class StringMatch {
  private StringMatch() {}

  public static boolean matches(StringMatcher matcher, String value) {
    String text = matcher.getIgnoreCase() ? value.toLowerCase(ROOT) : value;
    return switch (matcher.getMatchPatternCase()) {
      case EXACT -> text.equals(folded(matcher, matcher.getExact()));
      case PREFIX -> text.startsWith(folded(matcher, matcher.getPrefix()));
      case SUFFIX -> text.endsWith(folded(matcher, matcher.getSuffix()));
      case CONTAINS -> text.contains(folded(matcher, matcher.getContains()));
      case SAFE_REGEX -> matches(matcher.getSafeRegex(), value);
      case CUSTOM, MATCHPATTERN_NOT_SET -> false;
    };
  }

  /** {@link #matches(String, String)} of Envoy's message. */
  public static boolean matches(RegexMatcher matcher, String value) {
    return matches(matcher.getRegex(), value);
  }

  /**
   * Whether the expression matches the whole value; an invalid one matches nothing, nor does one of
   * thousands of parts that may each be empty, for which RE2/J has no stack.
   */
  public static boolean matches(String regex, String value) {
    try {
      return RegexRepeats.areWithinBounds(regex) && Pattern.matches(regex, value);
    } catch (PatternSyntaxException | StackOverflowError e) {
      return false;
    }
  }

  /** The condition, for people. */
  public static String print(StringMatcher matcher) {
    String pattern =
        switch (matcher.getMatchPatternCase()) {
          case EXACT -> "exact \"" + matcher.getExact() + "\"";
          case PREFIX -> "prefix \"" + matcher.getPrefix() + "\"";
          case SUFFIX -> "suffix \"" + matcher.getSuffix() + "\"";
          case CONTAINS -> "contains \"" + matcher.getContains() + "\"";
          case SAFE_REGEX -> "regex \"" + matcher.getSafeRegex().getRegex() + "\"";
          case CUSTOM -> "custom (unknown to the simulator)";
          case MATCHPATTERN_NOT_SET -> "nothing";
        };
    return matcher.getIgnoreCase() ? pattern + " in any case" : pattern;
  }

  private static String folded(StringMatcher matcher, String pattern) {
    return matcher.getIgnoreCase() ? pattern.toLowerCase(ROOT) : pattern;
  }
}
