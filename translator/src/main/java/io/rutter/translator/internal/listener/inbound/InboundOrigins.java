// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.translator.internal.filter.FilterOrigins;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;

/**
 * What the chains of a workload's ports are made from: services or a Sidecar, and who says whether
 * mutual TLS is asked for.
 */
final class InboundOrigins {
  private InboundOrigins() {}

  /** Tells what a chain is made from. */
  static void add(ProxyScope scope, InboundPort port, FilterChain chain) {
    Origins origins = scope.origins();
    if (!origins.areKept()) {
      return;
    }
    origins.add(chain, of(scope, port));
    Optional<ConfigPart> mode =
        scope
            .mesh()
            .peerAuthentications()
            .place(scope.proxy().namespace(), scope.proxy().selectableLabels(), port.targetPort());
    mode.ifPresent(
        part -> {
          origins.add(chain, "filterChainMatch", part);
          if (chain.hasTransportSocket()) {
            origins.add(chain, "transportSocket", part);
          }
        });
    if (port.tls().isPresent() && chain.hasTransportSocket()) {
      port.sidecar().ifPresent(part -> origins.add(chain, "transportSocket", part.field("tls")));
    }
  }

  /** Tells what the routes of a port are made from. */
  static void addRoutes(ProxyScope scope, InboundPort port, RouteConfiguration routes) {
    if (!scope.origins().areKept()) {
      return;
    }
    ConfigPart from = of(scope, port);
    scope.origins().add(routes, from);
    for (VirtualHost host : routes.getVirtualHostsList()) {
      scope.origins().add(host, from);
      for (Route route : host.getRoutesList()) {
        scope.origins().add(route, from);
        if (route.getRoute().hasRetryPolicy()) {
          scope
              .origins()
              .add(
                  route,
                  "route.retryPolicy",
                  scope.origins().places().mesh("defaultInboundHttpRetryPolicy"));
        }
      }
    }
  }

  /** Tells what the listener of a port is made from. */
  static Listener bound(ProxyScope scope, InboundPort port, Listener listener) {
    if (scope.origins().areKept()) {
      add(scope, of(scope, port), listener, listener.getAccessLogCount());
    }
    return listener;
  }

  /** Tells that a listener or a chain is made from a setting of the mesh. */
  static <T extends Message> T setting(ProxyScope scope, String path, T made) {
    if (scope.origins().areKept()) {
      int logs = made instanceof Listener listener ? listener.getAccessLogCount() : 0;
      add(scope, scope.origins().places().mesh(path), made, logs);
    }
    return made;
  }

  private static void add(ProxyScope scope, ConfigPart from, Message made, int logs) {
    scope.origins().add(made, from);
    FilterOrigins.addAccessLogs(scope, made, logs);
  }

  /** What a port is made from: of undeclared ports, the policy for these. */
  private static ConfigPart of(ProxyScope scope, InboundPort port) {
    return port.sidecar()
        .or(
            () ->
                port.service()
                    .map(service -> scope.origins().places().port(service, port.port().number())))
        .orElseGet(() -> scope.origins().places().mesh("inboundTrafficPolicy"));
  }
}
