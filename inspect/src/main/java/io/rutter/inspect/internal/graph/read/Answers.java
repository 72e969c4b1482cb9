// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import java.util.Optional;

/** What a route answers itself, in words. */
final class Answers {
  private static final int MOVED = 301;
  private static final int FOUND = 302;
  private static final int SEE_OTHER = 303;
  private static final int TEMPORARY = 307;
  private static final int PERMANENT = 308;

  private Answers() {}

  /** The answer of a redirect or a direct response; absent for a route that forwards. */
  static Optional<SeenAnswer> of(Route route) {
    return switch (route.getActionCase()) {
      case REDIRECT -> Optional.of(redirect(route.getRedirect()));
      case DIRECT_RESPONSE ->
          Optional.of(new SeenAnswer("answers " + route.getDirectResponse().getStatus(), ""));
      case ROUTE -> Optional.empty();
      default -> Optional.of(new SeenAnswer("does something else", ""));
    };
  }

  private static SeenAnswer redirect(RedirectAction redirect) {
    String scheme = redirect.getHttpsRedirect() ? "https" : redirect.getSchemeRedirect();
    String port = redirect.getPortRedirect() == 0 ? "" : ":" + redirect.getPortRedirect();
    String authority = redirect.getHostRedirect();
    StringBuilder target = new StringBuilder();
    if (!scheme.isEmpty()) {
      target.append(scheme).append("://");
    }
    target.append(authority.isEmpty() && !target.isEmpty() ? "the same host" : authority);
    target.append(port).append(path(redirect));
    return new SeenAnswer(
        "redirects to " + target + " (" + status(redirect) + ")",
        authority.isEmpty() ? "" : authority + port);
  }

  private static String path(RedirectAction redirect) {
    return switch (redirect.getPathRewriteSpecifierCase()) {
      case PATH_REDIRECT -> redirect.getPathRedirect();
      case PREFIX_REWRITE -> redirect.getPrefixRewrite() + "\u2026";
      case REGEX_REWRITE -> " " + redirect.getRegexRewrite().getSubstitution();
      case PATHREWRITESPECIFIER_NOT_SET -> "";
    };
  }

  private static int status(RedirectAction action) {
    return switch (action.getResponseCode()) {
      case FOUND -> FOUND;
      case SEE_OTHER -> SEE_OTHER;
      case TEMPORARY_REDIRECT -> TEMPORARY;
      case PERMANENT_REDIRECT -> PERMANENT;
      case MOVED_PERMANENTLY, UNRECOGNIZED -> MOVED;
    };
  }
}
