// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import com.google.common.primitives.Longs;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * Envoy's {@code HeaderMatcher}. Values of a repeated header are joined by commas; a missing header
 * matches nothing, inverted or not, unless it counts as empty.
 */
public final class HeaderMatch {
  private HeaderMatch() {}

  /** The first of these that the request does not match. */
  public static Optional<String> failure(List<HeaderMatcher> matchers, HttpRequest request) {
    return matchers.stream()
        .filter(matcher -> !matches(matcher, request.header(matcher.getName())))
        .map(matcher -> print(matcher) + ": " + value(request.header(matcher.getName())))
        .findFirst();
  }

  /** Whether a value, or its absence, satisfies the matcher. */
  public static boolean matches(HeaderMatcher matcher, Optional<String> value) {
    if (isPresence(matcher)) {
      boolean wanted =
          matcher.getHeaderMatchSpecifierCase()
                  == HeaderMatcher.HeaderMatchSpecifierCase.HEADERMATCHSPECIFIER_NOT_SET
              || matcher.getPresentMatch();
      boolean present = value.isPresent() || matcher.getTreatMissingHeaderAsEmpty();
      return (present == wanted) != matcher.getInvertMatch();
    }
    if (value.isEmpty() && !matcher.getTreatMissingHeaderAsEmpty()) {
      return false;
    }
    return matchesValue(matcher, value.orElse("")) != matcher.getInvertMatch();
  }

  /**
   * Whether one of the lines of a header satisfies the matcher, or none if it is inverted: what
   * RBAC asks, while routes ask for all of them together.
   */
  public static boolean matchesOneOf(HeaderMatcher matcher, List<String> values) {
    if (values.size() < 2 || isPresence(matcher)) {
      return matches(matcher, values.stream().findFirst());
    }
    return values.stream().anyMatch(value -> matchesValue(matcher, value))
        != matcher.getInvertMatch();
  }

  private static boolean isPresence(HeaderMatcher matcher) {
    return switch (matcher.getHeaderMatchSpecifierCase()) {
      case PRESENT_MATCH, HEADERMATCHSPECIFIER_NOT_SET -> true;
      default -> false;
    };
  }

  private static boolean matchesValue(HeaderMatcher matcher, String value) {
    if (matcher.hasRangeMatch()) {
      Long number = Longs.tryParse(value.strip());
      return number != null
          && number >= matcher.getRangeMatch().getStart()
          && number < matcher.getRangeMatch().getEnd();
    }
    return StringMatch.matches(stringMatcher(matcher), value);
  }

  /** The comparison of its value, also of one in a deprecated form. */
  @SuppressWarnings("deprecation") // configurations of other software still have them
  public static StringMatcher stringMatcher(HeaderMatcher matcher) {
    StringMatcher.Builder text = StringMatcher.newBuilder();
    return switch (matcher.getHeaderMatchSpecifierCase()) {
      case EXACT_MATCH -> text.setExact(matcher.getExactMatch()).build();
      case PREFIX_MATCH -> text.setPrefix(matcher.getPrefixMatch()).build();
      case SUFFIX_MATCH -> text.setSuffix(matcher.getSuffixMatch()).build();
      case CONTAINS_MATCH -> text.setContains(matcher.getContainsMatch()).build();
      case SAFE_REGEX_MATCH -> text.setSafeRegex(matcher.getSafeRegexMatch()).build();
      default -> matcher.getStringMatch();
    };
  }

  /** The condition, for people. */
  public static String print(HeaderMatcher matcher) {
    String condition;
    if (isPresence(matcher)) {
      condition = matcher.hasPresentMatch() && !matcher.getPresentMatch() ? "absent" : "present";
    } else if (matcher.hasRangeMatch()) {
      condition =
          "in ["
              + matcher.getRangeMatch().getStart()
              + ", "
              + matcher.getRangeMatch().getEnd()
              + ")";
    } else {
      condition = StringMatch.print(stringMatcher(matcher));
    }
    return "header " + matcher.getName() + (matcher.getInvertMatch() ? " not " : " ") + condition;
  }

  private static String value(Optional<String> value) {
    return value.map(text -> "\"" + Abbreviation.of(text) + "\"").orElse("missing");
  }
}
