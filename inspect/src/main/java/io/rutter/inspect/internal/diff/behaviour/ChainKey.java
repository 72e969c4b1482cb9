// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.internal.diff.outcome.CallEnd;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.Optional;

/**
 * What calls notice of a filter chain: equal for chains that differ in names, logs and traces only.
 *
 * @param match which connections it takes
 * @param socket the TLS that it ends
 * @param filters its filters
 * @param requests the filters of its connection manager
 * @param routesName the routes that it asks for by name; empty: none
 * @param routes its own routes
 * @param clusters the clusters that connections go to
 */
record ChainKey(
    FilterChainMatch match,
    TransportSocket socket,
    ImmutableList<Message> filters,
    ImmutableList<Any> requests,
    String routesName,
    Optional<RouteConfiguration> routes,
    ImmutableList<Message> clusters) {

  static ChainKey of(FilterChain chain, ProxySide side) {
    Optional<HttpConnectionManager> manager =
        chain.getFiltersList().stream()
            .flatMap(filter -> side.index().manager(filter.getTypedConfig()).stream())
            .findFirst();
    Optional<TcpProxy> tcp =
        manager.isPresent()
            ? Optional.empty()
            : chain.getFiltersList().stream()
                .flatMap(
                    filter -> UnpackedConfig.of(filter.getTypedConfig(), TcpProxy.class).stream())
                .findFirst();
    ImmutableList.Builder<Message> filters = ImmutableList.builder();
    new CallEnd(side, Optional.of(chain), Optional.empty(), "", manager)
        .settings()
        .ifPresent(filters::add);
    chain.getFiltersList().stream()
        .map(Filter::getTypedConfig)
        .filter(config -> !config.is(HttpConnectionManager.class) && !config.is(TcpProxy.class))
        .forEach(filters::add);
    return new ChainKey(
        chain.getFilterChainMatch(),
        chain.getTransportSocket(),
        filters.build(),
        manager.stream()
            .flatMap(found -> found.getHttpFiltersList().stream())
            .filter(filter -> !filter.getDisabled())
            .map(HttpFilter::getTypedConfig)
            .collect(toImmutableList()),
        manager.map(found -> found.getRds().getRouteConfigName()).orElse(""),
        manager.filter(HttpConnectionManager::hasRouteConfig).map(found -> found.getRouteConfig()),
        tcp.map(ChainKey::clusters).orElse(ImmutableList.of()));
  }

  private static ImmutableList<Message> clusters(TcpProxy proxy) {
    return ImmutableList.of(
        TcpProxy.newBuilder().setCluster(proxy.getCluster()).build(), proxy.getWeightedClusters());
  }

  /** The clusters that it names itself. */
  ImmutableSet<String> clusterNames() {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Message message : clusters) {
      if (message instanceof TcpProxy one) {
        names.add(one.getCluster());
      } else if (message instanceof TcpProxy.WeightedCluster several) {
        several.getClustersList().forEach(cluster -> names.add(cluster.getName()));
      }
    }
    return names.build();
  }

  /** The clusters that a proxy of connections names. */
  static ImmutableSet<String> clusterNames(TcpProxy proxy) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.add(proxy.getCluster());
    proxy.getWeightedClusters().getClustersList().forEach(one -> names.add(one.getName()));
    return names.build();
  }
}
