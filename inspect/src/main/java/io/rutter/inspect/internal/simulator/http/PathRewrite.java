// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatchAndSubstitute;
import io.rutter.inspect.internal.simulator.call.Paths;

/** Rewrites of a path; its query is unchanged. */
final class PathRewrite {
  private PathRewrite() {}

  /** Replaces what the route's path specifier matched. */
  static String prefix(RouteMatch match, String path, String rewrite) {
    int matched =
        switch (match.getPathSpecifierCase()) {
          case PREFIX -> match.getPrefix().length();
          case PATH_SEPARATED_PREFIX -> match.getPathSeparatedPrefix().length();
          default -> Paths.bare(path).length();
        };
    return rewrite + path.substring(Math.min(matched, path.length()));
  }

  /** Replaces matches in the path without its query. */
  static String regex(RegexMatchAndSubstitute rewrite, String path) {
    String bare = Paths.bare(path);
    return RegexRewrite.apply(rewrite, bare) + path.substring(bare.length());
  }
}
