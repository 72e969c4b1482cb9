// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.envoyproxy.envoy.config.route.v3.RouteMatch;

/** Recognizes catch-all routes, which match every request. */
public final class CatchAllRoutes {
  private CatchAllRoutes() {}

  /**
   * Whether no later route can be reached: the route matches any path and has no other condition.
   * As in Istio, regular expressions other than {@code .*} are not examined, nor is the empty
   * prefix.
   */
  public static boolean matchesEverything(RouteMatch match) {
    return takesEveryPath(match)
        && match.getHeadersCount() == 0
        && match.getQueryParametersCount() == 0
        && match.getDynamicMetadataCount() == 0;
  }

  private static boolean takesEveryPath(RouteMatch match) {
    return switch (match.getPathSpecifierCase()) {
      case PREFIX -> match.getPrefix().equals("/");
      case PATH_SEPARATED_PREFIX -> match.getPathSeparatedPrefix().equals("/");
      case SAFE_REGEX -> match.getSafeRegex().getRegex().equals(".*");
      default -> false;
    };
  }
}
