// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.translator.internal.authorization.AuthorizationFilters;
import io.rutter.translator.internal.filter.RouteDestinationsTranslator;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import java.util.List;

/** The filters of a chain that forwards connections: who may connect, then where to. */
final class GatewayRouteFilters {
  private GatewayRouteFilters() {}

  static ImmutableList<Filter> of(
      ProxyScope scope, MergedServer server, List<RouteDestination> routes, ConfigPart rule) {
    return ImmutableList.<Filter>builder()
        .addAll(AuthorizationFilters.tcp(scope))
        .addAll(
            RouteDestinationsTranslator.translate(
                scope, routes, GatewayRouteMatches.port(server), rule))
        .build();
  }
}
