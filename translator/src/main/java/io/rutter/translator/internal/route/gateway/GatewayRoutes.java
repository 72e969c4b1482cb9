// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;

/**
 * The routes of a VirtualService on a Gateway. Compared by identity: virtual hosts with the same
 * objects have the same routes.
 */
final class GatewayRoutes {
  private final ImmutableList<Route> routes;
  private int virtualHosts;

  GatewayRoutes(ImmutableList<Route> routes) {
    this.routes = routes;
  }

  ImmutableList<Route> routes() {
    return routes;
  }

  /** Counts a virtual host that has the routes. */
  void addedToVirtualHost() {
    virtualHosts++;
  }

  /** Whether several virtual hosts have the routes. */
  boolean areShared() {
    return virtualHosts > 1;
  }
}
