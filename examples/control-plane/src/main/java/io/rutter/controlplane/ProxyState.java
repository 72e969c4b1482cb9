// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Message;
import io.envoyproxy.controlplane.cache.v3.Snapshot;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.rutter.translator.XdsResources;
import java.util.List;
import java.util.function.Function;

/**
 * What one Envoy is given at one moment, each kind by name.
 *
 * @param clusters CDS
 * @param endpoints EDS
 * @param listeners LDS
 * @param routes RDS
 */
record ProxyState(
    ImmutableMap<String, Cluster> clusters,
    ImmutableMap<String, ClusterLoadAssignment> endpoints,
    ImmutableMap<String, Listener> listeners,
    ImmutableMap<String, RouteConfiguration> routes) {
  static final ProxyState EMPTY =
      new ProxyState(ImmutableMap.of(), ImmutableMap.of(), ImmutableMap.of(), ImmutableMap.of());

  static ProxyState of(XdsResources resources) {
    return new ProxyState(
        byName(resources.clusters(), Cluster::getName),
        byName(resources.endpoints(), ClusterLoadAssignment::getClusterName),
        byName(resources.listeners(), Listener::getName),
        byName(resources.routes(), RouteConfiguration::getName));
  }

  /** This state with the clusters and endpoints of a newer one; what that one lacks stays. */
  ProxyState withClustersOf(ProxyState newer) {
    return new ProxyState(
        union(clusters, newer.clusters), union(endpoints, newer.endpoints), listeners, routes);
  }

  /** This state with the listeners and routes of a newer one; routes that it lacks stay. */
  ProxyState withListenersOf(ProxyState newer) {
    return new ProxyState(clusters, endpoints, newer.listeners, union(routes, newer.routes));
  }

  /**
   * This state with what Envoy still asks for, as it was last or else empty: a listener that drains
   * goes on asking for its routes, and java-control-plane answers a request whole or not at all.
   */
  ProxyState withAsked(
      ProxyState last, Iterable<String> endpointNames, Iterable<String> routeNames) {
    return new ProxyState(
        clusters,
        union(
            asked(
                endpointNames,
                last.endpoints,
                name -> ClusterLoadAssignment.newBuilder().setClusterName(name).build()),
            endpoints),
        listeners,
        union(
            asked(
                routeNames,
                last.routes,
                name -> RouteConfiguration.newBuilder().setName(name).build()),
            routes));
  }

  /** The form that java-control-plane's cache holds. Versions are hashes of the contents. */
  Snapshot toSnapshot(FileSecrets secrets, ImmutableSet<String> secretNames) {
    String clusterVersion = ContentHash.of(clusters.values());
    ImmutableList<Secret> secretList = secrets.named(secretNames);
    return Snapshot.create(
        clusters.values(),
        clusterVersion,
        endpoints.values(),
        // A cluster that changes waits for its endpoints, even for the same ones.
        clusterVersion + "-" + ContentHash.of(endpoints.values()),
        listeners.values(),
        ContentHash.of(listeners.values()),
        routes.values(),
        ContentHash.of(routes.values()),
        secretList,
        ContentHash.of(secretList));
  }

  private static <M extends Message> ImmutableMap<String, M> byName(
      List<M> resources, Function<M, String> name) {
    return resources.stream().collect(toImmutableMap(name, m -> m));
  }

  private static <M> ImmutableMap<String, M> union(
      ImmutableMap<String, M> older, ImmutableMap<String, M> newer) {
    return ImmutableMap.<String, M>builder().putAll(older).putAll(newer).buildKeepingLast();
  }

  private static <M> ImmutableMap<String, M> asked(
      Iterable<String> names, ImmutableMap<String, M> last, Function<String, M> empty) {
    ImmutableMap.Builder<String, M> result = ImmutableMap.builder();
    for (String name : names) {
      M known = last.get(name);
      result.put(name, known == null ? empty.apply(name) : known);
    }
    return result.buildKeepingLast();
  }
}
