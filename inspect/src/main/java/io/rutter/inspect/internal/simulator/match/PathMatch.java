// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.match;

import static java.util.Locale.ROOT;

import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import java.util.Optional;

/** The path specifier of a route; queries and fragments are ignored. */
public final class PathMatch {
  private PathMatch() {}

  /** Why the request does not match. */
  public static Optional<String> failure(RouteMatch match, HttpRequest request) {
    boolean connect = request.method().equals("CONNECT");
    if (match.hasConnectMatcher() != connect) {
      return Optional.of(
          connect
              ? print(match) + ": a request with method CONNECT has no path"
              : "connect_matcher: method " + Abbreviation.of(request.method()));
    }
    if (connect) {
      return Optional.empty();
    }
    String path = request.barePath();
    boolean matches =
        switch (match.getPathSpecifierCase()) {
          case PREFIX -> folded(match, path).startsWith(folded(match, match.getPrefix()));
          case PATH -> folded(match, path).equals(folded(match, match.getPath()));
          case PATH_SEPARATED_PREFIX -> separated(match, path);
          case SAFE_REGEX -> StringMatch.matches(match.getSafeRegex(), path);
          default -> false;
        };
    return matches
        ? Optional.empty()
        : Optional.of(print(match) + ": \"" + Abbreviation.of(path) + "\"");
  }

  private static boolean separated(RouteMatch match, String path) {
    String prefix = match.getPathSeparatedPrefix();
    return folded(match, path).startsWith(folded(match, prefix))
        && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
  }

  private static String folded(RouteMatch match, String text) {
    boolean sensitive = !match.hasCaseSensitive() || match.getCaseSensitive().getValue();
    return sensitive ? text : text.toLowerCase(ROOT);
  }

  private static String print(RouteMatch match) {
    return switch (match.getPathSpecifierCase()) {
      case PREFIX -> "prefix \"" + match.getPrefix() + "\"";
      case PATH -> "path \"" + match.getPath() + "\"";
      case PATH_SEPARATED_PREFIX ->
          "path_separated_prefix \"" + match.getPathSeparatedPrefix() + "\"";
      case SAFE_REGEX -> "safe_regex \"" + match.getSafeRegex().getRegex() + "\"";
      case CONNECT_MATCHER -> "connect_matcher";
      case PATH_MATCH_POLICY ->
          "path_match_policy "
              + match.getPathMatchPolicy().getName()
              + " (unknown to the simulator)";
      case PATHSPECIFIER_NOT_SET -> "no path specifier";
    };
  }
}
