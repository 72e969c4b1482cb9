// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import com.google.common.base.Splitter;
import io.envoyproxy.envoy.config.route.v3.QueryParameterMatcher;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Paths;
import java.util.List;
import java.util.Optional;

/** Envoy's {@code QueryParameterMatcher}: compares the first value of a parameter, as written. */
public final class QueryMatch {
  private QueryMatch() {}

  /** The first of these that the request does not match. */
  public static Optional<String> failure(
      List<QueryParameterMatcher> matchers, HttpRequest request) {
    return matchers.stream()
        .filter(matcher -> !matches(matcher, value(request.path(), matcher.getName())))
        .map(
            matcher ->
                print(matcher)
                    + ": "
                    + value(request.path(), matcher.getName())
                        .map(text -> "\"" + Abbreviation.of(text) + "\"")
                        .orElse("missing"))
        .findFirst();
  }

  private static boolean matches(QueryParameterMatcher matcher, Optional<String> value) {
    return switch (matcher.getQueryParameterMatchSpecifierCase()) {
      case STRING_MATCH ->
          value.isPresent() && StringMatch.matches(matcher.getStringMatch(), value.get());
      case PRESENT_MATCH, QUERYPARAMETERMATCHSPECIFIER_NOT_SET -> value.isPresent();
    };
  }

  private static Optional<String> value(String path, String name) {
    for (String parameter : Splitter.on('&').split(Paths.query(path))) {
      int equals = parameter.indexOf('=');
      String key = equals < 0 ? parameter : parameter.substring(0, equals);
      if (key.equals(name) && !parameter.isEmpty()) {
        return Optional.of(equals < 0 ? "" : parameter.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  private static String print(QueryParameterMatcher matcher) {
    return "query parameter "
        + matcher.getName()
        + " "
        + (matcher.hasStringMatch() ? StringMatch.print(matcher.getStringMatch()) : "present");
  }
}
