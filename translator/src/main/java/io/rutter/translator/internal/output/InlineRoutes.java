// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.translator.internal.proto.MessageWalk;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Map;

/** A listener with RDS → a listener that contains its route configurations. */
public final class InlineRoutes {
  private InlineRoutes() {}

  /**
   * The listener with its routes.
   *
   * @param routes the route configurations by name; a missing one counts as empty
   */
  public static Listener inline(Listener listener, Map<String, RouteConfiguration> routes) {
    return (Listener) MessageWalk.rewrite(listener, message -> inline(message, routes));
  }

  private static Message inline(Message message, Map<String, RouteConfiguration> routes) {
    if (!(message instanceof HttpConnectionManager manager) || !manager.hasRds()) {
      return message;
    }
    String name = manager.getRds().getRouteConfigName();
    RouteConfiguration none = RouteConfiguration.newBuilder().setName(name).build();
    return manager.toBuilder()
        .setRouteConfig(withRdsDefaults(routes.getOrDefault(name, none)))
        .build();
  }

  /** {@code validate_clusters} is off by default over RDS, and on for inline routes. */
  private static RouteConfiguration withRdsDefaults(RouteConfiguration routes) {
    return routes.hasValidateClusters()
        ? routes
        : routes.toBuilder().setValidateClusters(Wrappers.FALSE).build();
  }
}
