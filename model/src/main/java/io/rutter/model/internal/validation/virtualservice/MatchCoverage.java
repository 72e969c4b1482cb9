// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.StringMatch;
import io.rutter.model.virtualservice.HttpMatch;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one match covers every request of another. True only if certain; for example, two regular
 * expressions are compared as strings.
 */
public final class MatchCoverage {
  private static final StringMatch ANY_PREFIX = StringMatch.prefix("/");
  private static final StringMatch ANY_REGEX = StringMatch.regex(".*");

  private MatchCoverage() {}

  /** Whether every request that the other matches is matched by this one. */
  public static boolean covers(HttpMatch match, HttpMatch other) {
    return coversUri(match, other)
        && coversText(match.scheme(), other.scheme())
        && coversText(match.method(), other.method())
        && coversText(match.authority(), other.authority())
        && (match.port().isEmpty() || match.port().equals(other.port()))
        && coversGateways(match.gateways(), other.gateways())
        && coversHeaders(match.headers(), other.headers())
        && isPart(match.withoutHeaders(), other.withoutHeaders())
        && isPart(match.queryParams(), other.queryParams())
        && isPart(match.sourceLabels(), other.sourceLabels())
        && (match.sourceNamespace().isEmpty()
            || match.sourceNamespace().equals(other.sourceNamespace()));
  }

  private static boolean coversUri(HttpMatch match, HttpMatch other) {
    if (match.uri().isEmpty() || isAnyPath(match.uri().get())) {
      return true;
    }
    if (other.uri().isEmpty() || (other.ignoreUriCase() && !match.ignoreUriCase())) {
      return false;
    }
    StringMatch one = match.uri().get();
    StringMatch two = other.uri().get();
    if (one.equals(two) && match.ignoreUriCase() == other.ignoreUriCase()) {
      return true;
    }
    return one instanceof StringMatch.Prefix prefix
        && startOf(two)
            .filter(
                start ->
                    match.ignoreUriCase()
                        ? Ascii.toLowerCase(start).startsWith(Ascii.toLowerCase(prefix.value()))
                        : start.startsWith(prefix.value()))
            .isPresent();
  }

  /** No route is made of what follows such a match, if it has no other condition. */
  private static boolean isAnyPath(StringMatch uri) {
    return uri.equals(ANY_PREFIX) || uri.equals(ANY_REGEX);
  }

  private static boolean coversText(Optional<StringMatch> one, Optional<StringMatch> two) {
    return one.isEmpty() || (two.isPresent() && coversText(one.get(), two.get()));
  }

  private static boolean coversText(StringMatch one, StringMatch two) {
    return one.equals(two)
        || (one instanceof StringMatch.Prefix prefix
            && !prefix.value().isEmpty()
            && startOf(two).filter(start -> start.startsWith(prefix.value())).isPresent());
  }

  /** The prefix of all strings that match. */
  private static Optional<String> startOf(StringMatch match) {
    return switch (match.kind()) {
      case EXACT -> Optional.of(((StringMatch.Exact) match).value());
      case PREFIX -> Optional.of(((StringMatch.Prefix) match).value());
      case REGEX, PRESENT -> Optional.empty();
    };
  }

  private static boolean coversGateways(ImmutableList<String> one, ImmutableList<String> two) {
    return one.isEmpty() || (!two.isEmpty() && one.containsAll(two));
  }

  private static boolean coversHeaders(
      ImmutableMap<String, StringMatch> one, ImmutableMap<String, StringMatch> two) {
    return one.entrySet().stream()
        .allMatch(
            header ->
                Optional.ofNullable(two.get(header.getKey()))
                    .filter(other -> coversText(header.getValue(), other))
                    .isPresent());
  }

  private static <V> boolean isPart(Map<String, V> one, Map<String, V> two) {
    return two.entrySet().containsAll(one.entrySet());
  }
}
