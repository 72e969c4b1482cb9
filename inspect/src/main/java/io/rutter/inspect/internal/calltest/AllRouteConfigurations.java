// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.EnvoyResources;
import java.util.stream.Stream;

/** All route configurations of an Envoy: from RDS and inside listeners. */
public final class AllRouteConfigurations {
  private AllRouteConfigurations() {}

  /** The configurations without repeats, those of RDS first. */
  public static ImmutableList<RouteConfiguration> of(EnvoyResources resources) {
    return Stream.concat(
            resources.routes().stream(),
            resources.listeners().stream()
                .flatMap(AllRouteConfigurations::chains)
                .flatMap(chain -> chain.getFiltersList().stream())
                .map(Filter::getTypedConfig)
                .flatMap(AllRouteConfigurations::inline))
        .distinct()
        .collect(toImmutableList());
  }

  private static Stream<FilterChain> chains(Listener listener) {
    return Stream.concat(
        listener.getFilterChainsList().stream(),
        listener.hasDefaultFilterChain()
            ? Stream.of(listener.getDefaultFilterChain())
            : Stream.empty());
  }

  private static Stream<RouteConfiguration> inline(Any filter) {
    try {
      if (filter.is(HttpConnectionManager.class)) {
        HttpConnectionManager manager = filter.unpack(HttpConnectionManager.class);
        return manager.hasRouteConfig() ? Stream.of(manager.getRouteConfig()) : Stream.empty();
      }
    } catch (InvalidProtocolBufferException e) {
      return Stream.empty();
    }
    return Stream.empty();
  }
}
