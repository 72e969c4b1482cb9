// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.route.v3.Decorator;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.VirtualHostNames;

/**
 * What traces call the requests of a route: {@code host:port/path*}. Istio document: Distributed
 * Tracing.
 */
public final class RouteDecorators {
  private RouteDecorators() {}

  /** The decorator of a route that sends everything to one service. */
  public static Decorator ofService(String hostname, int port) {
    return decorator(VirtualHostNames.of(hostname, port) + "/*");
  }

  /**
   * The decorator of a route of a VirtualService: host and port of its only cluster, else the name
   * of the VirtualService and the port that requests come in on.
   */
  static Decorator ofRoute(Route.Builder route, RouteContext context) {
    String place =
        ClusterNames.hostAndPort(route.getRoute().getCluster())
            .orElseGet(() -> context.virtualService().metadata().name() + ":" + context.port());
    return decorator(place + path(route.getMatch()));
  }

  private static String path(RouteMatch match) {
    return switch (match.getPathSpecifierCase()) {
      case PREFIX -> match.getPrefix() + "*";
      case PATH -> match.getPath();
      case SAFE_REGEX -> match.getSafeRegex().getRegex();
      default -> "/*";
    };
  }

  private static Decorator decorator(String operation) {
    return Decorator.newBuilder().setOperation(operation).build();
  }
}
