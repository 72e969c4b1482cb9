// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.PassedOver;
import io.rutter.inspect.Stage;
import java.util.List;
import java.util.Optional;

/** A request from the connection manager on: route configuration, virtual host, route. */
final class HttpRouting {
  private final EnvoyResources resources;
  private final RouteConfiguration routes;
  private final Call call;

  private HttpRouting(EnvoyResources resources, RouteConfiguration routes, Call call) {
    this.resources = resources;
    this.routes = routes;
    this.call = call;
  }

  static CallResult run(
      EnvoyResources resources, HttpConnectionManager manager, Call call, Trail trail) {
    Optional<RouteConfiguration> routes = routes(resources, manager, trail);
    if (routes.isEmpty()) {
      trail.result().error(CallError.NO_ROUTE_CONFIGURATION);
      return trail.end();
    }
    return route(resources, routes.get(), call, trail);
  }

  static CallResult route(
      EnvoyResources resources, RouteConfiguration routes, Call call, Trail trail) {
    return new HttpRouting(resources, routes, call).request(HttpRequest.of(call), trail);
  }

  private static Optional<RouteConfiguration> routes(
      EnvoyResources resources, HttpConnectionManager manager, Trail trail) {
    if (manager.hasRouteConfig()) {
      trail.step(
          Stage.ROUTE_CONFIGURATION, manager.getRouteConfig().getName(), "is in the listener");
      return Optional.of(manager.getRouteConfig());
    }
    if (manager.hasScopedRoutes()) {
      trail.step(Stage.ROUTE_CONFIGURATION, "", "the simulator knows no scoped_routes");
      return Optional.empty();
    }
    String name = manager.getRds().getRouteConfigName();
    Optional<RouteConfiguration> found =
        resources.routes().stream().filter(routes -> routes.getName().equals(name)).findFirst();
    trail.result().routeConfiguration(name);
    trail.step(
        Stage.ROUTE_CONFIGURATION,
        name,
        found.isPresent() ? "the listener names it" : "the listener names it, but there is none");
    found.ifPresent(routes -> trail.origin(Stage.ROUTE_CONFIGURATION, routes.getMetadata()));
    return found;
  }

  private CallResult request(HttpRequest request, Trail trail) {
    VirtualHostChoice.Outcome outcome = VirtualHostChoice.choose(routes, request.host());
    if (outcome.virtualHost().isEmpty()) {
      return trail.fail(
          CallError.NO_VIRTUAL_HOST,
          Stage.VIRTUAL_HOST,
          "no domain covers \"" + Shortened.of(request.host()) + "\"",
          outcome.passedOver());
    }
    VirtualHost host = outcome.virtualHost().get();
    trail.step(
        Stage.VIRTUAL_HOST, host.getName(), "domain " + outcome.domain(), outcome.passedOver());
    trail.origin(Stage.VIRTUAL_HOST, host.getMetadata());
    trail.result().virtualHost(host.getName());
    if (host.getRequireTls() == VirtualHost.TlsRequirementType.ALL
        && !request.scheme().equals("https")) {
      return trail.fail(
          CallError.TLS_REQUIRED, Stage.VIRTUAL_HOST, "require_tls ALL: the call is not encrypted");
    }
    if (host.hasMatcher()) {
      return trail.fail(
          CallError.UNSUPPORTED, Stage.ROUTE, "matcher: the simulator knows no matcher trees");
    }
    return routed(host, 0, request, trail);
  }

  private CallResult routed(VirtualHost host, int from, HttpRequest request, Trail trail) {
    RouteChoice.Outcome outcome = RouteChoice.choose(host, from, request, call);
    List<PassedOver> passedOver = outcome.passedOver();
    if (outcome.route().isEmpty()) {
      return trail.fail(CallError.NO_ROUTE, Stage.ROUTE, "no route takes the request", passedOver);
    }
    Trail rest = trail.fork();
    Route route = outcome.route().get();
    String name = RouteChoice.name(route, outcome.next() - 1);
    String share = Percentages.print(outcome.share());
    trail.step(
        Stage.ROUTE,
        name,
        outcome.share() < 1 ? "the first that matches, for " + share : "the first that matches",
        passedOver);
    trail.origin(Stage.ROUTE, route.getMetadata());
    trail.result().route(route.getName()).routeMessage(route);
    CallResult result = RouteActions.run(resources, routes, host, route, request, call, trail);
    if (outcome.share() >= 1) {
      return result;
    }
    rest.step(
        Stage.ROUTE,
        "",
        "for the others",
        ImmutableList.of(new PassedOver(name, "runtime_fraction: takes only " + share)));
    return result.toBuilder()
        .share(outcome.share())
        .otherwise(routed(host, outcome.next(), request, rest))
        .build();
  }
}
