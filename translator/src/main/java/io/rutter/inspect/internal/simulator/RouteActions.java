// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.DirectResponse;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.Stage;
import java.util.Optional;

/** What a route does with a request. */
final class RouteActions {
  private RouteActions() {}

  static CallResult run(
      EnvoyResources resources,
      HttpConnectionManager manager,
      RouteConfiguration routes,
      VirtualHost host,
      Route route,
      HttpRequest request,
      Call call,
      Trail trail) {
    return switch (route.getActionCase()) {
      case ROUTE -> forward(resources, route.getRoute(), request, call, trail);
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

  private static CallResult forward(
      EnvoyResources resources, RouteAction action, HttpRequest request, Call call, Trail trail) {
    return switch (action.getClusterSpecifierCase()) {
      case CLUSTER ->
          Clusters.end(resources, ImmutableList.of(Weighted.all(action.getCluster())), trail);
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
          trail.fail(CallError.UNSUPPORTED, Stage.ACTION, "" + action.getClusterSpecifierCase());
    };
  }
}
