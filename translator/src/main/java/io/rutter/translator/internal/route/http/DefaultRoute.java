// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.match.HttpMatchTranslator;

/**
 * The {@code Route} of a service without VirtualService: everything goes to its cluster, without
 * timeout and with the mesh's retries. Istio document: Traffic Management.
 */
public final class DefaultRoute {
  public static final String NAME = "default";

  private DefaultRoute() {}

  public static Route of(ProxyScope scope, Service service, String hostname, int port) {
    RouteAction.Builder action =
        RouteAction.newBuilder().setCluster(ClusterNames.outbound(port, "", hostname));
    RouteTimeouts.none(action);
    // Retries go to another host even if consistent hashing chose the first one, as in Istio.
    RetryPolicyTranslator.translate(scope.settings().defaultHttpRetryPolicy(), false)
        .ifPresent(action::setRetryPolicy);
    ConsistentHashes.ofService(scope, service, port)
        .flatMap(HashPolicyTranslator::translate)
        .ifPresent(action::addHashPolicy);
    Route route =
        Route.newBuilder()
            .setName(NAME)
            .setMatch(HttpMatchTranslator.everything())
            .setRoute(action)
            .setDecorator(RouteDecorators.ofService(hostname, port))
            .build();
    RouteOrigins.addDefault(scope, route, service, port);
    return route;
  }
}
