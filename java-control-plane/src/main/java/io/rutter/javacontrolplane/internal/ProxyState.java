// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import io.envoyproxy.controlplane.cache.Resources;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;

/**
 * What one Envoy is given at one moment, each kind by name. Immutable.
 *
 * <p>A load assignment has a version that changes with its cluster too: Envoy waits for the
 * endpoints of a cluster that changes, even for the same ones.
 */
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
        NamedResources.of(ResourceKind.CLUSTERS, resources),
        NamedResources.of(ResourceKind.ENDPOINTS, resources),
        NamedResources.of(ResourceKind.LISTENERS, resources),
        NamedResources.of(ResourceKind.ROUTES, resources));
  }

  /** The state after a change; the very same where nothing of it has changed. */
  public ProxyState after(XdsUpdate update) {
    return update.isEmpty()
        ? this
        : new ProxyState(
            after(clusters, ResourceKind.CLUSTERS, update),
            after(endpoints, ResourceKind.ENDPOINTS, update),
            after(listeners, ResourceKind.LISTENERS, update),
            after(routes, ResourceKind.ROUTES, update));
  }

  private static NamedResources after(NamedResources last, ResourceKind kind, XdsUpdate update) {
    ResourceChanges changes = update.changes().get(kind);
    return changes == null || changes.isEmpty()
        ? last
        : last.after(kind, update.resources(), changes);
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
    return typeUrl.equals(Resources.V3.ENDPOINT_TYPE_URL)
        ? clusters.version() + "-" + endpoints.version()
        : resources(typeUrl).version();
  }

  /** The version of one resource of a type. */
  String version(String typeUrl, String name) {
    return typeUrl.equals(Resources.V3.ENDPOINT_TYPE_URL)
        ? clusters.version(name) + "-" + endpoints.version(name)
        : resources(typeUrl).version(name);
  }
}
