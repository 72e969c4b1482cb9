// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.DirectResponse;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.Mirror;
import io.rutter.inspect.Redirect;
import io.rutter.inspect.Stage;
import io.rutter.inspect.UpstreamRequest;
import java.util.List;
import java.util.Optional;

/** What a route does with a request. */
final class RouteActions {
  private RouteActions() {}

  static CallResult run(
      EnvoyResources resources,
      RouteConfiguration routes,
      VirtualHost host,
      Route route,
      HttpRequest request,
      Call call,
      Trail trail) {
    headerChanges(routes, host, route, trail);
    return switch (route.getActionCase()) {
      case ROUTE -> forward(resources, routes, host, route, request, call, trail);
      case REDIRECT -> redirect(route, request, trail);
      case DIRECT_RESPONSE -> direct(route, trail);
      default -> trail.fail(CallError.UNSUPPORTED, Stage.ACTION, "action " + route.getActionCase());
    };
  }

  private static CallResult direct(Route route, Trail trail) {
    int status = route.getDirectResponse().getStatus();
    trail.step(Stage.ACTION, "direct_response", "Envoy answers " + status + " itself");
    trail
        .result()
        .directResponse(
            new DirectResponse(status, route.getDirectResponse().getBody().getInlineString()));
    return trail.end();
  }

  private static CallResult redirect(Route route, HttpRequest request, Trail trail) {
    Redirect redirect = RedirectLocation.of(route, request);
    trail.step(Stage.ACTION, "redirect", redirect.status() + " to " + redirect.location());
    trail.result().redirect(redirect);
    return trail.end();
  }

  private static CallResult forward(
      EnvoyResources resources,
      RouteConfiguration routes,
      VirtualHost host,
      Route route,
      HttpRequest request,
      Call call,
      Trail trail) {
    RouteAction action = route.getRoute();
    trail
        .result()
        .mirrors(mirrors(routes, host, action, call))
        .request(sent(route, request, trail));
    return switch (action.getClusterSpecifierCase()) {
      case CLUSTER ->
          Clusters.end(resources, ImmutableList.of(Weighted.all(action.getCluster())), trail);
      case WEIGHTED_CLUSTERS ->
          Clusters.end(resources, weighted(action.getWeightedClusters(), request, call), trail);
      case CLUSTER_HEADER -> {
        Optional<String> cluster = request.header(action.getClusterHeader());
        yield cluster.isPresent()
            ? Clusters.end(resources, ImmutableList.of(Weighted.all(cluster.get())), trail)
            : trail.fail(
                CallError.NO_CLUSTER,
                Stage.ACTION,
                "cluster_header " + action.getClusterHeader() + ": missing");
      }
      default ->
          trail.fail(
              CallError.UNSUPPORTED,
              Stage.ACTION,
              "the simulator does not know " + action.getClusterSpecifierCase());
    };
  }

  private static ImmutableList<Weighted> weighted(
      WeightedCluster clusters, HttpRequest request, Call call) {
    return Weighted.chosen(
        clusters.getClustersList().stream()
            .map(
                c ->
                    new Weighted(
                        c.getName().isEmpty()
                            ? request.header(c.getClusterHeader()).orElse("")
                            : c.getName(),
                        Integer.toUnsignedLong(c.getWeight().getValue()),
                        HeaderChanges.of(
                            c.getRequestHeadersToAddList(), c.getRequestHeadersToRemoveList()),
                        HeaderChanges.of(
                            c.getResponseHeadersToAddList(), c.getResponseHeadersToRemoveList())))
            .toList(),
        call);
  }

  /** Those of the most specific level that has any. */
  private static ImmutableList<Mirror> mirrors(
      RouteConfiguration routes, VirtualHost host, RouteAction action, Call call) {
    List<RouteAction.RequestMirrorPolicy> policies =
        action.getRequestMirrorPoliciesCount() > 0
            ? action.getRequestMirrorPoliciesList()
            : host.getRequestMirrorPoliciesCount() > 0
                ? host.getRequestMirrorPoliciesList()
                : routes.getRequestMirrorPoliciesList();
    return policies.stream()
        .map(
            policy ->
                new Mirror(
                    policy.getCluster().isEmpty() ? policy.getClusterHeader() : policy.getCluster(),
                    policy.hasRuntimeFraction()
                        ? Fractions.of(policy.getRuntimeFraction(), call)
                        : 1))
        .collect(toImmutableList());
  }

  private static UpstreamRequest sent(Route route, HttpRequest request, Trail trail) {
    RouteAction action = route.getRoute();
    String path = request.path();
    if (!action.getPrefixRewrite().isEmpty()) {
      path = PathRewrite.prefix(route.getMatch(), path, action.getPrefixRewrite());
    } else if (action.hasRegexRewrite()) {
      path = PathRewrite.regex(action.getRegexRewrite(), path);
    }
    String host =
        switch (action.getHostRewriteSpecifierCase()) {
          case HOST_REWRITE_LITERAL -> action.getHostRewriteLiteral();
          case HOST_REWRITE_HEADER ->
              request.header(action.getHostRewriteHeader()).orElse(request.host());
          case HOST_REWRITE_PATH_REGEX ->
              RegexRewrite.apply(action.getHostRewritePathRegex(), request.barePath());
          default -> request.host();
        };
    if (!path.equals(request.path()) || !host.equals(request.host())) {
      trail.step(
          Stage.ACTION, "rewrite", "host " + Shortened.of(host) + ", path " + Shortened.of(path));
    }
    return new UpstreamRequest(
        host,
        path,
        HeaderChanges.apply(trail.result().build().requestHeaders(), request.headers()));
  }

  /** Route, virtual host, configuration; the other way round if the most specific is to win. */
  private static void headerChanges(
      RouteConfiguration routes, VirtualHost host, Route route, Trail trail) {
    ImmutableList<ImmutableList<HeaderChange>> requests =
        ImmutableList.of(
            HeaderChanges.of(
                route.getRequestHeadersToAddList(), route.getRequestHeadersToRemoveList()),
            HeaderChanges.of(
                host.getRequestHeadersToAddList(), host.getRequestHeadersToRemoveList()),
            HeaderChanges.of(
                routes.getRequestHeadersToAddList(), routes.getRequestHeadersToRemoveList()));
    ImmutableList<ImmutableList<HeaderChange>> responses =
        ImmutableList.of(
            HeaderChanges.of(
                route.getResponseHeadersToAddList(), route.getResponseHeadersToRemoveList()),
            HeaderChanges.of(
                host.getResponseHeadersToAddList(), host.getResponseHeadersToRemoveList()),
            HeaderChanges.of(
                routes.getResponseHeadersToAddList(), routes.getResponseHeadersToRemoveList()));
    boolean reverse = routes.getMostSpecificHeaderMutationsWins();
    trail
        .result()
        .requestHeaders(flat(reverse ? requests.reverse() : requests))
        .responseHeaders(flat(reverse ? responses.reverse() : responses));
  }

  private static ImmutableList<HeaderChange> flat(List<ImmutableList<HeaderChange>> levels) {
    return levels.stream().flatMap(List::stream).collect(toImmutableList());
  }
}
