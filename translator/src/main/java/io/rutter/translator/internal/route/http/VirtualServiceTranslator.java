// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.translator.internal.route.match.CatchAllRoutes;

/**
 * The HTTP rules of a VirtualService to {@code Route}s, in their order. Rules after one without
 * match or after a catch-all route are skipped, because they would never be reached. Istio
 * document: Virtual Service, {@code http}.
 */
public final class VirtualServiceTranslator {
  private VirtualServiceTranslator() {}

  /** Empty if no rule applies to the proxy: the VirtualService is then not used at all. */
  public static ImmutableList<Route> translate(RouteContext context) {
    ImmutableList<HttpRoute> rules = context.virtualService().http();
    if (rules.size() == 1) {
      return HttpRouteTranslator.translate(0, context);
    }
    ImmutableList.Builder<Route> routes = ImmutableList.builder();
    for (int i = 0; i < rules.size(); i++) {
      ImmutableList<Route> ofRule = HttpRouteTranslator.translate(i, context);
      routes.addAll(ofRule);
      if (rules.get(i).match().isEmpty() || endsWithCatchAll(ofRule)) {
        break;
      }
    }
    return routes.build();
  }

  private static boolean endsWithCatchAll(ImmutableList<Route> routes) {
    return !routes.isEmpty()
        && CatchAllRoutes.matchesEverything(routes.get(routes.size() - 1).getMatch());
  }
}
