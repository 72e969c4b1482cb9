// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.Stage;
import io.rutter.inspect.UpstreamRequest;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.Weighted;
import java.util.List;
import java.util.Optional;

/** The request as a cluster receives it: rewrites of host and path, and header changes. */
final class UpstreamRequests {
  private UpstreamRequests() {}

  /** Adds the request to the result, and rewrites to the explanation. */
  static void sent(
      RoutingContext context,
      Route route,
      List<Weighted> choices,
      HttpRequest request,
      Trail trail) {
    String path = path(route, request);
    String host = host(context.resources(), route.getRoute(), choices, request);
    if (!path.equals(request.path()) || !host.equals(request.host())) {
      trail.step(
          Stage.ACTION,
          "rewrite",
          "host " + Abbreviation.of(host) + ", path " + Abbreviation.of(path));
    }
    HeaderCommands commands = new HeaderCommands(context.call(), request, route);
    ImmutableList<HeaderChange> changes =
        ImmutableList.<HeaderChange>builder()
            .addAll(choices.size() == 1 ? choices.get(0).requestHeaders() : ImmutableList.of())
            .addAll(trail.result().build().requestHeaders())
            .build()
            .stream()
            .flatMap(change -> commands.replaced(change).stream())
            .collect(toImmutableList());
    ImmutableListMultimap<String, String> headers = request.headers();
    if (route.getRoute().getAppendXForwardedHost() && !host.equals(request.host())) {
      headers =
          HeaderChanges.apply(
              ImmutableList.of(
                  new HeaderChange(HeaderChange.Action.APPEND, "x-forwarded-host", request.host())),
              headers);
    }
    UpstreamRequest changed = HostHeader.apply(changes, host, path, headers);
    trail.result().request(changed);
  }

  private static String path(Route route, HttpRequest request) {
    RouteAction action = route.getRoute();
    if (!action.getPrefixRewrite().isEmpty()) {
      return PathRewrite.prefix(route.getMatch(), request.path(), action.getPrefixRewrite());
    }
    return action.hasRegexRewrite()
        ? PathRewrite.regex(action.getRegexRewrite(), request.path())
        : request.path();
  }

  private static String host(
      ResourceIndex resources, RouteAction action, List<Weighted> choices, HttpRequest request) {
    if (choices.size() == 1 && !choices.get(0).hostRewrite().isEmpty()) {
      return choices.get(0).hostRewrite();
    }
    return switch (action.getHostRewriteSpecifierCase()) {
      case HOST_REWRITE_LITERAL -> action.getHostRewriteLiteral();
      case HOST_REWRITE_HEADER ->
          request.header(action.getHostRewriteHeader()).orElse(request.host());
      case HOST_REWRITE_PATH_REGEX ->
          RegexRewrite.apply(action.getHostRewritePathRegex(), request.barePath());
      case AUTO_HOST_REWRITE ->
          action.getAutoHostRewrite().getValue() && choices.size() == 1
              ? resources
                  .cluster(choices.get(0).cluster())
                  .flatMap(UpstreamRequests::hostname)
                  .orElse(request.host())
              : request.host();
      case HOSTREWRITESPECIFIER_NOT_SET -> request.host();
    };
  }

  /** The host name of a cluster's endpoints, if all have the same. */
  private static Optional<String> hostname(Cluster cluster) {
    boolean dns =
        cluster.getType() == Cluster.DiscoveryType.STRICT_DNS
            || cluster.getType() == Cluster.DiscoveryType.LOGICAL_DNS;
    List<String> names =
        cluster.getLoadAssignment().getEndpointsList().stream()
            .flatMap(locality -> locality.getLbEndpointsList().stream())
            .map(endpoint -> hostname(endpoint.getEndpoint(), dns))
            .distinct()
            .toList();
    return names.size() == 1 && !names.get(0).isEmpty()
        ? Optional.of(names.get(0))
        : Optional.empty();
  }

  private static String hostname(Endpoint endpoint, boolean dns) {
    return endpoint.getHostname().isEmpty() && dns
        ? endpoint.getAddress().getSocketAddress().getAddress()
        : endpoint.getHostname();
  }
}
