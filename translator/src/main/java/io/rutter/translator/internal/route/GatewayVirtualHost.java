// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import java.util.ArrayList;
import java.util.List;

/** A virtual host of a gateway while VirtualServices are still adding to it. */
final class GatewayVirtualHost {
  private final String name;

  /** The routes, VirtualService by VirtualService. */
  private final List<ImmutableList<Route>> parts = new ArrayList<>();

  /** Numbers of the parts: equal lists of numbers mean equal routes. */
  private final List<Integer> partNumbers = new ArrayList<>();

  private boolean httpsRequired;

  GatewayVirtualHost(String name) {
    this.name = name;
  }

  /**
   * Adds the routes of a VirtualService.
   *
   * @param number tells this part from all others
   */
  void add(int number, ImmutableList<Route> routes) {
    partNumbers.add(number);
    parts.add(routes);
  }

  void requireHttps() {
    httpsRequired = true;
  }

  String name() {
    return name;
  }

  boolean isHttpsRequired() {
    return httpsRequired;
  }

  ImmutableList<Integer> partNumbers() {
    return ImmutableList.copyOf(partNumbers);
  }

  /**
   * All routes in order, but those that take every request last, so that a VirtualService without
   * conditions does not hide the rules of a younger one.
   */
  ImmutableList<Route> routes() {
    ImmutableList.Builder<Route> routes = ImmutableList.builder();
    for (boolean catchAll : new boolean[] {false, true}) {
      for (ImmutableList<Route> part : parts) {
        for (Route route : part) {
          if (CatchAllRoutes.matchesEverything(route.getMatch()) == catchAll) {
            routes.add(route);
          }
        }
      }
    }
    return routes.build();
  }
}
