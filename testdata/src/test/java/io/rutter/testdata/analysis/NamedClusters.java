// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.XdsResources;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clusters that the listeners and routes of a proxy name. */
final class NamedClusters {
  private NamedClusters() {}

  /** A name that is no cluster of the proxy, in parts: direction, port, subset, host. */
  record Missing(String port, String subset, String host) {}

  /** Those that are not there. */
  static ImmutableSet<Missing> missing(XdsResources resources) {
    return missing(resources, all(resources));
  }

  /** The same without what sidecars have on port 80, most of which nobody calls. */
  static ImmutableSet<Missing> missingOnOtherPorts(XdsResources resources) {
    return missing(resources, onOtherPorts(resources));
  }

  private static ImmutableSet<Missing> missing(XdsResources resources, Stream<String> names) {
    ImmutableSet<String> known = TranslatedProxies.clusterNames(resources);
    return names
        .filter(name -> !known.contains(name))
        .map(name -> Splitter.on('|').splitToList(name))
        .filter(parts -> parts.size() == 4)
        .map(parts -> new Missing(parts.get(1), parts.get(2), parts.get(3)))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Stream<String> all(XdsResources resources) {
    return of(resources.listeners(), resources.routes().stream());
  }

  private static Stream<String> onOtherPorts(XdsResources resources) {
    return of(
        resources.listeners(),
        resources.routes().stream()
            .filter(
                routes ->
                    resources.proxy().type() == ProxyType.GATEWAY
                        || !routes.getName().equals("80")));
  }

  private static Stream<String> of(
      List<Listener> listeners, Stream<RouteConfiguration> configurations) {
    return Stream.concat(
        listeners.stream()
            .flatMap(
                listener -> Stream.concat(ofListener(listener), ProviderClusters.of(listener))),
        configurations
            .flatMap(routes -> routes.getVirtualHostsList().stream())
            .flatMap(virtualHost -> virtualHost.getRoutesList().stream())
            .flatMap(NamedClusters::ofRoute));
  }

  private static Stream<String> ofRoute(Route route) {
    Set<String> idle =
        route.getRoute().getWeightedClusters().getClustersList().stream()
            .filter(cluster -> cluster.getWeight().getValue() == 0)
            .map(cluster -> cluster.getName())
            .collect(Collectors.toSet());
    return TranslatedProxies.clustersOf(route).filter(name -> !idle.contains(name));
  }

  private static Stream<String> ofListener(Listener listener) {
    return Stream.concat(
            listener.getFilterChainsList().stream(), Stream.of(listener.getDefaultFilterChain()))
        .flatMap(chain -> chain.getFiltersList().stream())
        .map(Filter::getTypedConfig)
        .filter(config -> config.is(TcpProxy.class))
        .flatMap(config -> ofTcp(config).stream());
  }

  private static List<String> ofTcp(Any config) {
    try {
      TcpProxy proxy = config.unpack(TcpProxy.class);
      return proxy.hasWeightedClusters()
          ? proxy.getWeightedClusters().getClustersList().stream()
              .filter(cluster -> cluster.getWeight() > 0)
              .map(cluster -> cluster.getName())
              .toList()
          : List.of(proxy.getCluster());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
