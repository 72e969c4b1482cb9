// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.DirectAnswer;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.MirrorShare;
import io.rutter.inspect.RedirectAnswer;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.inspect.internal.simulator.config.Weighted;
import java.util.List;
import java.util.Optional;

/** What a route does with a request. */
final class RouteActions {
  private static final int OK = 200;

  private final RoutingContext context;
  private final VirtualHost host;
  private final Route route;

  RouteActions(RoutingContext context, VirtualHost host, Route route) {
    this.context = context;
    this.host = host;
    this.route = route;
  }

  CallResult run(HttpRequest request, Trail trail) {
    headerChanges(trail);
    Optional<ImmutableList<HeaderChange>> preflight =
        context.filters().cors()
            ? CorsPreflight.answer(host, route, request, context.call())
            : Optional.empty();
    if (preflight.isPresent()) {
      trail.origin(Stage.ACTION, route, "typedPerFilterConfig[\"envoy.filters.http.cors\"]");
      trail.step(Stage.ACTION, "cors", "the CORS filter answers the preflight itself");
      trail.result().responseHeaders(preflight.get()).directResponse(new DirectAnswer(OK, ""));
      return trail.end();
    }
    Faults.of(context.filters().fault(), host, route, request)
        .ifPresent(
            fault -> {
              trail.step(Stage.ACTION, "fault", "the fault filter of the route takes part");
              trail.origin(
                  Stage.ACTION, route, "typedPerFilterConfig[\"envoy.filters.http.fault\"]");
              trail.result().fault(Optional.of(fault));
            });
    return switch (route.getActionCase()) {
      case ROUTE -> forward(request, trail);
      case REDIRECT -> redirect(request, trail);
      case DIRECT_RESPONSE -> direct(trail);
      default -> trail.fail(CallError.UNSUPPORTED, Stage.ACTION, "action " + route.getActionCase());
    };
  }

  private CallResult direct(Trail trail) {
    int status = route.getDirectResponse().getStatus();
    trail.origin(Stage.ACTION, route, "directResponse");
    trail.step(Stage.ACTION, "direct_response", "Envoy answers " + status + " itself");
    DataSource body = route.getDirectResponse().getBody();
    trail
        .result()
        .directResponse(
            new DirectAnswer(
                status,
                body.hasInlineBytes()
                    ? body.getInlineBytes().toStringUtf8()
                    : body.getInlineString()));
    return trail.end();
  }

  private CallResult redirect(HttpRequest request, Trail trail) {
    RedirectAnswer redirect = RedirectLocation.of(route, request);
    trail.origin(Stage.ACTION, route, "redirect");
    trail.step(Stage.ACTION, "redirect", redirect.status() + " to " + redirect.location());
    trail.result().redirect(redirect);
    return trail.end();
  }

  private CallResult forward(HttpRequest request, Trail trail) {
    RouteAction action = route.getRoute();
    trail.result().virtualCluster(VirtualClusters.of(host, request)).mirrors(mirrors(action));
    return switch (action.getClusterSpecifierCase()) {
      case CLUSTER -> end(ImmutableList.of(Weighted.all(action.getCluster())), request, trail);
      case WEIGHTED_CLUSTERS ->
          end(weighted(action.getWeightedClusters(), request), request, trail);
      case CLUSTER_HEADER -> {
        Optional<String> cluster = request.header(action.getClusterHeader());
        yield cluster.isPresent()
            ? end(ImmutableList.of(Weighted.all(cluster.get())), request, trail)
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

  private CallResult end(List<Weighted> choices, HttpRequest request, Trail trail) {
    choices.stream()
        .filter(choice -> choice.weight() > 0)
        .forEach(
            choice ->
                trail.origin(
                    Stage.ACTION,
                    route,
                    route.getRoute().hasWeightedClusters()
                        ? "route.weightedClusters.clusters[" + choice.place() + "]"
                        : "route.cluster"));
    UpstreamRequests.sent(context, route, choices, request, trail);
    return Clusters.end(context.resources(), choices, trail);
  }

  private ImmutableList<Weighted> weighted(WeightedCluster clusters, HttpRequest request) {
    ImmutableList.Builder<Weighted> all = ImmutableList.builder();
    for (int i = 0; i < clusters.getClustersCount(); i++) {
      WeightedCluster.ClusterWeight c = clusters.getClusters(i);
      all.add(
          new Weighted(
              c.getName().isEmpty() ? request.header(c.getClusterHeader()).orElse("") : c.getName(),
              Integer.toUnsignedLong(c.getWeight().getValue()),
              c.getHostRewriteLiteral(),
              HeaderChanges.of(c.getRequestHeadersToAddList(), c.getRequestHeadersToRemoveList()),
              HeaderChanges.of(c.getResponseHeadersToAddList(), c.getResponseHeadersToRemoveList()),
              i));
    }
    return Weighted.chosen(all.build(), context.call());
  }

  /** The mirrors of the most specific level that has any. */
  private ImmutableList<MirrorShare> mirrors(RouteAction action) {
    List<RouteAction.RequestMirrorPolicy> policies =
        action.getRequestMirrorPoliciesCount() > 0
            ? action.getRequestMirrorPoliciesList()
            : host.getRequestMirrorPoliciesCount() > 0
                ? host.getRequestMirrorPoliciesList()
                : context.routes().getRequestMirrorPoliciesList();
    return policies.stream()
        .map(
            policy ->
                new MirrorShare(
                    policy.getCluster().isEmpty() ? policy.getClusterHeader() : policy.getCluster(),
                    policy.hasRuntimeFraction()
                        ? Fractions.of(policy.getRuntimeFraction(), context.call())
                        : 1))
        .collect(toImmutableList());
  }

  /**
   * Header changes of route, virtual host and configuration; in reverse order if the most specific
   * wins.
   */
  private void headerChanges(Trail trail) {
    RouteConfiguration routes = context.routes();
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
