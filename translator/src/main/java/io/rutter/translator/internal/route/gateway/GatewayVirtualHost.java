// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.route.match.CatchAllRoutes;
import java.util.ArrayList;
import java.util.List;

/** A virtual host of a gateway while VirtualServices are still adding to it. */
final class GatewayVirtualHost {
  private final String host;
  private final String name;

  /** The routes, grouped by VirtualService; most hosts have one. */
  private final List<GatewayRoutes> parts = new ArrayList<>(1);

  private boolean httpsRequired;

  /** What it is made from, by part; empty unless somebody asks. */
  private ImmutableSetMultimap<String, ConfigPart> origins = ImmutableSetMultimap.of();

  /**
   * A virtual host without routes.
   *
   * @param host in lower case
   */
  GatewayVirtualHost(String host, String name) {
    this.host = host;
    this.name = name;
  }

  /** Adds the routes of a VirtualService. */
  void add(GatewayRoutes routes) {
    routes.addedToVirtualHost();
    parts.add(routes);
  }

  /** Says what a part is made from. */
  void from(String part, Iterable<ConfigPart> more) {
    origins =
        ImmutableSetMultimap.<String, ConfigPart>builder()
            .putAll(origins)
            .putAll(part, more)
            .build();
  }

  /** What the parts are made from; the part without a name is the virtual host. */
  ImmutableSetMultimap<String, ConfigPart> origins() {
    return origins;
  }

  void requireHttps() {
    httpsRequired = true;
  }

  String host() {
    return host;
  }

  String name() {
    return name;
  }

  boolean isHttpsRequired() {
    return httpsRequired;
  }

  /** The groups of routes; equal lists mean equal routes. */
  List<GatewayRoutes> parts() {
    return parts;
  }

  /** Whether another virtual host may have the same routes. */
  boolean mayHaveTwin() {
    return parts.isEmpty() || parts.get(0).areShared();
  }

  /**
   * All routes in order, with catch-all routes moved to the end, so that a VirtualService without
   * conditions does not hide the rules of a younger one. Within one VirtualService, catch-all
   * routes are last already.
   */
  ImmutableList<Route> routes() {
    if (parts.size() == 1) {
      return parts.get(0).routes();
    }
    ImmutableList.Builder<Route> routes = ImmutableList.builderWithExpectedSize(parts.size());
    List<Route> last = new ArrayList<>();
    for (GatewayRoutes part : parts) {
      for (Route route : part.routes()) {
        if (CatchAllRoutes.matchesEverything(route.getMatch())) {
          last.add(route);
        } else {
          routes.add(route);
        }
      }
    }
    return routes.addAll(last).build();
  }
}
