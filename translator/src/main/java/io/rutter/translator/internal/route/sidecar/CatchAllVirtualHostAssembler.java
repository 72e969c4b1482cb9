// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.resolve.OutboundPolicyPlace;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import io.rutter.translator.internal.route.common.VirtualHosts;
import io.rutter.translator.internal.route.http.DestinationClusters;
import io.rutter.translator.internal.route.http.RouteActionTranslator;
import io.rutter.translator.internal.route.http.RouteTimeouts;
import io.rutter.translator.internal.route.match.HttpMatchTranslator;
import java.util.Optional;

/**
 * The {@code VirtualHost} for requests to unknown hosts: forwarded, resolved by name or refused.
 * Istio document: Accessing External Services.
 */
public final class CatchAllVirtualHostAssembler {
  private static final int BAD_GATEWAY = 502;

  private CatchAllVirtualHostAssembler() {}

  /** The virtual host, by the outbound traffic policy of the proxy. */
  public static VirtualHost assemble(ProxyScope scope) {
    OutboundPolicy policy = scope.sidecar().outboundPolicy();
    return switch (policy.mode()) {
      case REGISTRY_ONLY -> virtualHost(VirtualHostNames.BLOCK_ALL, refusal(), scope);
      case ALLOW_ANY ->
          virtualHost(
              VirtualHostNames.ALLOW_ANY,
              forward(
                  policy
                      .egressProxy()
                      .map(CatchAllVirtualHostAssembler::clusterOf)
                      .orElse(ClusterNames.PASSTHROUGH),
                  scope),
              scope);
      case ALLOW_ANY_DYNAMIC_DNS ->
          virtualHost(
              VirtualHostNames.ALLOW_ANY_DYNAMIC_DNS,
              forward(ClusterNames.ALLOW_ANY_DYNAMIC_DNS, scope),
              scope);
    };
  }

  private static String clusterOf(Destination egressProxy) {
    return DestinationClusters.of(egressProxy, Optional.empty(), 0);
  }

  private static VirtualHost virtualHost(String name, Route.Builder route, ProxyScope scope) {
    VirtualHost made =
        VirtualHost.newBuilder()
            .setName(name)
            .addDomains("*")
            .addRoutes(route.setName(name).setMatch(HttpMatchTranslator.everything()))
            .setIncludeRequestAttemptCount(VirtualHosts.includesAttemptCount(scope))
            .build();
    if (scope.origins().areKept()) {
      scope.origins().add(made, OutboundPolicyPlace.of(scope));
      scope.origins().add(made.getRoutes(0), OutboundPolicyPlace.of(scope));
    }
    return made;
  }

  private static Route.Builder forward(String cluster, ProxyScope scope) {
    RouteAction.Builder action =
        RouteAction.newBuilder()
            .setCluster(cluster)
            .setAppendXForwardedHost(RouteActionTranslator.appendsForwardedHost(scope));
    RouteTimeouts.none(action);
    return Route.newBuilder().setRoute(action);
  }

  private static Route.Builder refusal() {
    Route.Builder route = Route.newBuilder();
    route.getDirectResponseBuilder().setStatus(BAD_GATEWAY);
    return route;
  }
}
