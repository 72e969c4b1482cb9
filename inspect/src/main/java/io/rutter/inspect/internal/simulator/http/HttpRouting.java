// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.RedirectAnswer;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.authorization.HttpAccess;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.Hosts;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.Percentages;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import java.util.List;
import java.util.Optional;

/** A request from the connection manager on: route configuration, virtual host, route. */
public final class HttpRouting {
  private final RoutingContext context;

  private HttpRouting(RoutingContext context) {
    this.context = context;
  }

  public static CallResult run(
      ResourceIndex resources,
      HttpConnectionManager manager,
      Connection connection,
      ClientIdentity client,
      Trail trail) {
    Call call = connection.call();
    HttpRequest original = HttpRequest.of(call);
    ConnectionSettings.Outcome outcome = ConnectionSettings.apply(manager, original, call);
    if (outcome.refusal().isPresent()) {
      return trail.refuse(outcome.refusal().get());
    }
    HttpRequest request = outcome.request();
    if (!request.equals(original)) {
      trail.step(
          Stage.CONNECTION_MANAGER,
          "normalized",
          request.scheme()
              + ", host "
              + Abbreviation.of(request.host())
              + ", path "
              + Abbreviation.of(request.path()));
    }
    if (outcome.redirect().isPresent()) {
      trail.step(
          Stage.CONNECTION_MANAGER,
          "redirect",
          "path_with_escaped_slashes_action UNESCAPE_AND_REDIRECT");
      trail.result().redirect(outcome.redirect().get());
      return trail.end();
    }
    HttpAccess.Outcome access =
        HttpAccess.of(
            resources,
            manager,
            connection,
            client,
            request,
            (routed, metadata) -> hasRoute(resources, manager, call, routed, metadata),
            trail);
    return access.refused().isPresent()
        ? access.refused().get()
        : route(resources, manager, access, call, trail);
  }

  /** Whether a route takes the request, as filters see it before it is taken there. */
  private static boolean hasRoute(
      ResourceIndex resources,
      HttpConnectionManager manager,
      Call call,
      HttpRequest request,
      Metadata metadata) {
    Optional<RouteConfiguration> routes =
        manager.hasRouteConfig()
            ? Optional.of(manager.getRouteConfig())
            : resources.routes(manager.getRds().getRouteConfigName());
    if (routes.isEmpty()) {
      return false;
    }
    RoutingContext context =
        new RoutingContext(resources, AnsweringFilters.NONE, routes.get(), call, request, metadata);
    Optional<VirtualHost> host = virtualHost(context, request).virtualHost();
    return host.isPresent()
        && (needsTls(host.get(), request)
            || host.get().hasMatcher()
            || RouteChoice.choose(host.get(), 0, context).route().isPresent());
  }

  private static CallResult route(
      ResourceIndex resources,
      HttpConnectionManager manager,
      HttpAccess.Outcome access,
      Call call,
      Trail trail) {
    Optional<RouteConfiguration> routes = routes(resources, manager, trail);
    if (routes.isEmpty()) {
      trail.error(CallError.NO_ROUTE_CONFIGURATION);
      return trail.end();
    }
    AnsweringFilters filters = AnsweringFilters.of(manager);
    if (!filters.unknown().isEmpty()) {
      trail.step(
          Stage.CONNECTION_MANAGER,
          "filters",
          "may answer themselves, which is not simulated: " + String.join(", ", filters.unknown()));
    }
    return new HttpRouting(
            new RoutingContext(
                resources, filters, routes.get(), call, access.routed(), access.metadata()))
        .request(access.request(), trail);
  }

  public static CallResult route(
      ResourceIndex resources, RouteConfiguration routes, Call call, Trail trail) {
    HttpRequest request = HttpRequest.of(call);
    return new HttpRouting(
            new RoutingContext(
                resources, AnsweringFilters.NONE, routes, call, request, call.dynamicMetadata()))
        .request(request, trail);
  }

  private static Optional<RouteConfiguration> routes(
      ResourceIndex resources, HttpConnectionManager manager, Trail trail) {
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
    Optional<RouteConfiguration> found = resources.routes(name);
    trail.result().routeConfiguration(name);
    trail.step(
        Stage.ROUTE_CONFIGURATION,
        name,
        found.isPresent() ? "the listener names it" : "the listener names it, but there is none");
    found.ifPresent(
        routes -> trail.origin(Stage.ROUTE_CONFIGURATION, routes, "", routes.getMetadata()));
    return found;
  }

  private CallResult request(HttpRequest request, Trail trail) {
    VirtualHostChoice.Outcome outcome = virtualHost(context, request);
    if (outcome.virtualHost().isEmpty()) {
      return trail.fail(
          CallError.NO_VIRTUAL_HOST,
          Stage.VIRTUAL_HOST,
          "no domain covers \"" + Abbreviation.of(request.host()) + "\"",
          outcome.rejected());
    }
    VirtualHost host = outcome.virtualHost().get();
    trail.step(
        Stage.VIRTUAL_HOST, host.getName(), "domain " + outcome.domain(), outcome.rejected());
    trail.origin(Stage.VIRTUAL_HOST, host, "", host.getMetadata());
    trail.result().virtualHost(host.getName());
    if (needsTls(host, request)) {
      trail
          .result()
          .redirect(new RedirectAnswer(301, "https://" + request.host() + request.path()));
      return trail.fail(
          CallError.TLS_REQUIRED,
          Stage.VIRTUAL_HOST,
          "require_tls " + host.getRequireTls() + ": the call is not encrypted");
    }
    if (host.hasMatcher()) {
      return trail.fail(
          CallError.UNSUPPORTED, Stage.ROUTE, "matcher: the simulator knows no matcher trees");
    }
    return routed(host, 0, request, trail);
  }

  private static VirtualHostChoice.Outcome virtualHost(
      RoutingContext context, HttpRequest request) {
    return VirtualHostChoice.choose(
        context.resources().domains(context.routes()),
        context.routes().getIgnorePortInHostMatching()
            ? Hosts.withoutPort(request.host())
            : request.host());
  }

  /** Whether a request needs TLS; with EXTERNAL_ONLY, internal requests do not. */
  private static boolean needsTls(VirtualHost host, HttpRequest request) {
    boolean internal = request.header("x-envoy-internal").equals(Optional.of("true"));
    return !request.scheme().equals("https")
        && switch (host.getRequireTls()) {
          case ALL -> true;
          case EXTERNAL_ONLY -> !internal;
          default -> false;
        };
  }

  private CallResult routed(VirtualHost host, int from, HttpRequest request, Trail trail) {
    RouteChoice.Outcome outcome = RouteChoice.choose(host, from, context);
    List<RejectedCandidate> rejected = outcome.rejected();
    if (outcome.route().isEmpty()) {
      return trail.fail(CallError.NO_ROUTE, Stage.ROUTE, "no route takes the request", rejected);
    }
    Trail rest = trail.fork();
    Route route = outcome.route().get();
    String name = RouteChoice.name(route, outcome.next() - 1);
    String share = Percentages.print(outcome.share());
    trail.step(
        Stage.ROUTE,
        name,
        outcome.share() < 1 ? "the first that matches, for " + share : "the first that matches",
        rejected);
    trail.origin(Stage.ROUTE, route, "", route.getMetadata());
    trail.origin(Stage.ROUTE, route, "match");
    trail.result().route(route.getName()).routeMessage(route);
    AnsweringFilters.ownSettings(host, route)
        .ifPresent(filters -> trail.step(Stage.ROUTE, "filters", filters));
    CallResult result = new RouteActions(context, host, route).run(request, trail);
    if (outcome.share() >= 1) {
      return result;
    }
    rest.step(
        Stage.ROUTE,
        "",
        "for the others",
        ImmutableList.of(new RejectedCandidate(name, "runtime_fraction: takes only " + share)));
    return result.toBuilder()
        .share(outcome.share())
        .otherwise(routed(host, outcome.next(), request, rest))
        .build();
  }
}
