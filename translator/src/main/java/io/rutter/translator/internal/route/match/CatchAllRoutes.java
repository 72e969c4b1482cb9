// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import io.envoyproxy.envoy.config.route.v3.RouteMatch;

/** Tells routes that take every request from those that do not. */
public final class CatchAllRoutes {
  private CatchAllRoutes() {}

  /**
   * Whether no later route is ever reached: any path, and nothing else to look at. Expressions
   * other than {@code .*} are not examined, and neither is the empty prefix, as Istio does it.
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
