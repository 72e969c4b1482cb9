// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import java.util.IdentityHashMap;

/**
 * The clusters that routes name. Kept for virtual hosts and configurations, which proxies share.
 */
final class RouteReferences {
  private final IdentityHashMap<VirtualHost, ImmutableSet<String>> known = new IdentityHashMap<>();
  private final IdentityHashMap<RouteConfiguration, ImmutableSet<String>> knownRoutes =
      new IdentityHashMap<>();

  ImmutableSet<String> of(VirtualHost host) {
    ImmutableSet<String> found = known.get(host);
    if (found == null) {
      ImmutableSet.Builder<String> names = ImmutableSet.builder();
      host.getRoutesList().forEach(route -> names.addAll(of(route)));
      host.getRequestMirrorPoliciesList().forEach(mirror -> names.add(mirror.getCluster()));
      found = names.build();
      known.put(host, found);
    }
    return found;
  }

  static ImmutableSet<String> of(Route route) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.add(route.getRoute().getCluster());
    route
        .getRoute()
        .getWeightedClusters()
        .getClustersList()
        .forEach(cluster -> names.add(cluster.getName()));
    route
        .getRoute()
        .getRequestMirrorPoliciesList()
        .forEach(mirror -> names.add(mirror.getCluster()));
    return names.build();
  }

  /** Whether a configuration leads to one of the changed clusters. */
  boolean leadsTo(RouteConfiguration routes, ChangedClusters changed) {
    return !changed.states().isEmpty() && changed.anyOf(of(routes));
  }

  private ImmutableSet<String> of(RouteConfiguration routes) {
    ImmutableSet<String> found = knownRoutes.get(routes);
    if (found == null) {
      ImmutableSet.Builder<String> names = ImmutableSet.builder();
      routes.getVirtualHostsList().forEach(host -> names.addAll(of(host)));
      found = names.build();
      knownRoutes.put(routes, found);
    }
    return found;
  }
}
