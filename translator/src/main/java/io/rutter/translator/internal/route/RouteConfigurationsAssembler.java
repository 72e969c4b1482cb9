// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.gateway.GatewayRouteConfigurationAssembler;
import io.rutter.translator.internal.route.gateway.GatewayServices;
import io.rutter.translator.internal.route.gateway.GatewayVirtualServices;
import io.rutter.translator.internal.route.sidecar.SidecarRoutes;
import java.util.LinkedHashSet;
import java.util.Set;

/** The route configurations that a proxy's listeners ask for. */
public final class RouteConfigurationsAssembler {
  private RouteConfigurationsAssembler() {}

  /** One configuration per name. */
  public static ImmutableList<RouteConfiguration> assemble(
      ProxyScope scope, ImmutableSortedSet<String> names, ProblemSink problems) {
    // Rules of a VirtualService are translated for many ports, with the same problems on each.
    Set<Problem> found = new LinkedHashSet<>();
    ImmutableList<RouteConfiguration> configurations =
        scope.isGateway()
            ? ofGateway(scope, names, found::add)
            : ofSidecar(scope, names, found::add);
    found.forEach(problems::report);
    return configurations;
  }

  private static ImmutableList<RouteConfiguration> ofGateway(
      ProxyScope scope, ImmutableSortedSet<String> names, ProblemSink problems) {
    GatewayVirtualServices virtualServices = new GatewayVirtualServices(scope);
    GatewayServices services = new GatewayServices(scope);
    return names.stream()
        .map(
            name ->
                GatewayRouteConfigurationAssembler.assemble(
                    scope, virtualServices, services, name, problems))
        .collect(toImmutableList());
  }

  private static ImmutableList<RouteConfiguration> ofSidecar(
      ProxyScope scope, ImmutableSortedSet<String> names, ProblemSink problems) {
    SidecarRoutes routes = SidecarRoutes.of(scope, names);
    routes.problems().forEach(problems::report);
    return routes.configurations();
  }
}
