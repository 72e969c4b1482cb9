// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.Optional;

/** The settings of a route and its virtual host that no aspect of its own tells. */
public final class RouteSettings {
  private static final String CORS = "envoy.filters.http.cors";
  private static final String FAULT = "envoy.filters.http.fault";

  private RouteSettings() {}

  /** What a route does, whatever it is called and which requests it takes. */
  public static Route effect(Route route) {
    return route.toBuilder()
        .clearMatch()
        .clearName()
        .clearMetadata()
        .clearDecorator()
        .clearStatPrefix()
        .build();
  }

  /** What a virtual host does for all of its routes. */
  public static VirtualHost effect(VirtualHost host) {
    return host.toBuilder()
        .clearRoutes()
        .clearName()
        .clearDomains()
        .clearMetadata()
        .clearVirtualClusters()
        .build();
  }

  @SuppressWarnings("deprecation") // istiod still writes max_grpc_timeout
  static Message rest(Route route) {
    Route.Builder rest =
        effect(route).toBuilder()
            .clearRequestHeadersToAdd()
            .clearRequestHeadersToRemove()
            .clearResponseHeadersToAdd()
            .clearResponseHeadersToRemove()
            .removeTypedPerFilterConfig(CORS)
            .removeTypedPerFilterConfig(FAULT);
    if (rest.hasRoute()) {
      RouteAction.Builder action = rest.getRouteBuilder();
      action
          .clearClusterSpecifier()
          .clearTimeout()
          .clearMaxGrpcTimeout()
          .clearMaxStreamDuration()
          .clearRetryPolicy()
          .clearHashPolicy()
          .clearHostRewriteSpecifier()
          .clearPrefixRewrite()
          .clearRegexRewrite()
          .clearPathRewritePolicy()
          .clearRequestMirrorPolicies();
    } else {
      rest.clearAction();
    }
    return rest.build();
  }

  static Message rest(VirtualHost host) {
    return effect(host).toBuilder()
        .clearRequestHeadersToAdd()
        .clearRequestHeadersToRemove()
        .clearResponseHeadersToAdd()
        .clearResponseHeadersToRemove()
        .clearRetryPolicy()
        .clearRequestMirrorPolicies()
        .removeTypedPerFilterConfig(CORS)
        .removeTypedPerFilterConfig(FAULT)
        .build();
  }

  static Optional<Any> cors(Route route, Optional<VirtualHost> host) {
    return own(CORS, route, host);
  }

  static Optional<Any> fault(Route route, Optional<VirtualHost> host) {
    return own(FAULT, route, host);
  }

  private static Optional<Any> own(String filter, Route route, Optional<VirtualHost> host) {
    return Optional.ofNullable(route.getTypedPerFilterConfigMap().get(filter))
        .or(
            () ->
                host.flatMap(
                    of -> Optional.ofNullable(of.getTypedPerFilterConfigMap().get(filter))));
  }
}
