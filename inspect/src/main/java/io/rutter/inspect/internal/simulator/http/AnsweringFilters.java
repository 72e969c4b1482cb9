// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The HTTP filters of a connection manager that may answer a request themselves.
 *
 * @param fault the settings of the fault filter, if there is one
 * @param cors whether there is a CORS filter
 * @param unknown names of filters that the simulator does not know
 */
record AnsweringFilters(Optional<HTTPFault> fault, boolean cors, ImmutableList<String> unknown) {
  /** A connection manager without filters. */
  static final AnsweringFilters NONE =
      new AnsweringFilters(Optional.empty(), false, ImmutableList.of());

  private static final String CORS = "envoy.extensions.filters.http.cors.v3.Cors";

  /** Filters that forward all requests, the router, and those that are asked before routing. */
  private static final ImmutableSet<String> HARMLESS =
      ImmutableSet.of(
          "envoy.extensions.filters.http.router.v3.Router",
          "envoy.extensions.filters.http.grpc_stats.v3.FilterConfig",
          "envoy.extensions.filters.http.grpc_web.v3.GrpcWeb",
          "envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig",
          "envoy.extensions.filters.http.stateful_session.v3.StatefulSession",
          "envoy.extensions.filters.http.rbac.v3.RBAC",
          "envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication",
          "envoy.extensions.filters.http.ext_authz.v3.ExtAuthz",
          CORS);

  /** The names of filters that decide who may call, before a route is chosen. */
  private static final ImmutableSet<String> OF_ACCESS =
      ImmutableSet.of(
          "envoy.filters.http.rbac",
          "envoy.filters.http.jwt_authn",
          "envoy.filters.http.ext_authz");

  /** What a route says of filters that were asked without it, which the simulator does not know. */
  static Optional<String> ownSettings(VirtualHost host, Route route) {
    List<String> names =
        Stream.of(route.getTypedPerFilterConfigMap(), host.getTypedPerFilterConfigMap())
            .flatMap(settings -> settings.keySet().stream())
            .filter(OF_ACCESS::contains)
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("has its own settings, which are not simulated: " + String.join(", ", names));
  }

  static AnsweringFilters of(HttpConnectionManager manager) {
    Optional<HTTPFault> fault = Optional.empty();
    boolean cors = false;
    ImmutableList.Builder<String> unknown = ImmutableList.builder();
    for (HttpFilter filter : manager.getHttpFiltersList()) {
      Any config = filter.getTypedConfig();
      String type = config.getTypeUrl().substring(config.getTypeUrl().lastIndexOf('/') + 1);
      Optional<HTTPFault> settings = UnpackedConfig.of(config, HTTPFault.class);
      if (filter.getDisabled()) {
        continue;
      }
      if (settings.isPresent()) {
        fault = settings;
      } else if (type.equals(CORS)) {
        cors = true;
      } else if (!HARMLESS.contains(type)) {
        unknown.add(filter.getName());
      }
    }
    return new AnsweringFilters(fault, cors, unknown.build());
  }
}
