// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.inspect.RedirectAnswer;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Paths;

/** The answer of a route that redirects (Envoy: {@code newUri}). */
final class RedirectLocation {
  private RedirectLocation() {}

  static RedirectAnswer of(Route route, HttpRequest request) {
    RedirectAction action = route.getRedirect();
    String scheme =
        action.getHttpsRedirect()
            ? "https"
            : action.getSchemeRedirect().isEmpty() ? request.scheme() : action.getSchemeRedirect();
    String port = action.getPortRedirect() == 0 ? "" : ":" + action.getPortRedirect();
    String host =
        action.getHostRedirect().isEmpty()
            ? host(request, scheme, !port.isEmpty())
            : action.getHostRedirect();
    return new RedirectAnswer(
        status(action), scheme + "://" + host + port + path(route, action, request.path()));
  }

  /** The request's host, without a port that is replaced or was the old scheme's default. */
  private static String host(HttpRequest request, String scheme, boolean newPort) {
    int colon = Hosts.portStart(request.host());
    if (colon < 0) {
      return request.host();
    }
    String port = request.host().substring(colon);
    boolean schemesOwn =
        !scheme.equals(request.scheme())
            && port.equals(request.scheme().equals("https") ? ":443" : ":80");
    return newPort || schemesOwn ? request.host().substring(0, colon) : request.host();
  }

  private static String path(Route route, RedirectAction action, String path) {
    String query = path.substring(Paths.bare(path).length());
    String result = path;
    if (!action.getPathRedirect().isEmpty()) {
      result =
          action.getPathRedirect().contains("?")
              ? action.getPathRedirect()
              : action.getPathRedirect() + query;
    } else if (!action.getPrefixRewrite().isEmpty()) {
      result = PathRewrite.prefix(route.getMatch(), path, action.getPrefixRewrite());
    } else if (action.hasRegexRewrite()) {
      result = PathRewrite.regex(action.getRegexRewrite(), path);
    }
    int question = result.indexOf('?');
    boolean ownQuery = action.getPathRedirect().contains("?");
    return action.getStripQuery() && !ownQuery && question >= 0
        ? result.substring(0, question)
        : result;
  }

  private static int status(RedirectAction action) {
    return switch (action.getResponseCode()) {
      case FOUND -> 302;
      case SEE_OTHER -> 303;
      case TEMPORARY_REDIRECT -> 307;
      case PERMANENT_REDIRECT -> 308;
      default -> 301;
    };
  }
}
