// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsResources;

/** What one Envoy is given at one moment, each kind by name. Immutable. */
public final class ProxyState {
  /** Nothing: what an Envoy has before the first state. */
  static final ProxyState EMPTY =
      new ProxyState(
          NamedResources.NONE, NamedResources.NONE, NamedResources.NONE, NamedResources.NONE);

  private final NamedResources clusters;
  private final NamedResources endpoints;
  private final NamedResources listeners;
  private final NamedResources routes;

  private ProxyState(
      NamedResources clusters,
      NamedResources endpoints,
      NamedResources listeners,
      NamedResources routes) {
    this.clusters = clusters;
    this.endpoints = endpoints;
    this.listeners = listeners;
    this.routes = routes;
  }

  /** What a proxy was translated to. */
  public static ProxyState of(XdsResources resources) {
    return new ProxyState(
        NamedResources.of(
            resources.clusters(), Cluster::getName, resources.serialized(ResourceKind.CLUSTERS)),
        NamedResources.of(
            resources.endpoints(),
            ClusterLoadAssignment::getClusterName,
            resources.serialized(ResourceKind.ENDPOINTS)),
        NamedResources.of(
            resources.listeners(), Listener::getName, resources.serialized(ResourceKind.LISTENERS)),
        NamedResources.of(
            resources.routes(),
            RouteConfiguration::getName,
            resources.serialized(ResourceKind.ROUTES)));
  }

  /** This state with the clusters and endpoints of a newer one; what that one lacks stays. */
  ProxyState withClustersOf(ProxyState newer) {
    return new ProxyState(
        clusters.plus(newer.clusters), endpoints.plus(newer.endpoints), listeners, routes);
  }

  /** This state with the listeners and routes of a newer one; routes that it lacks stay. */
  ProxyState withListenersOf(ProxyState newer) {
    return new ProxyState(clusters, endpoints, newer.listeners, routes.plus(newer.routes));
  }

  /** The resources of a type that Envoy asks for; none for a type that a state does not hold. */
  NamedResources resources(String typeUrl) {
    return switch (typeUrl) {
      case Resources.V3.CLUSTER_TYPE_URL -> clusters;
      case Resources.V3.ENDPOINT_TYPE_URL -> endpoints;
      case Resources.V3.LISTENER_TYPE_URL -> listeners;
      case Resources.V3.ROUTE_TYPE_URL -> routes;
      default -> NamedResources.NONE;
    };
  }

  /** The version of a type: says the same for the same contents. */
  String version(String typeUrl) {
    // A cluster that changes waits for its endpoints, even for the same ones.
    return typeUrl.equals(Resources.V3.ENDPOINT_TYPE_URL)
        ? clusters.version() + "-" + endpoints.version()
        : resources(typeUrl).version();
  }
}
