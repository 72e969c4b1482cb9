// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.translator.internal.origin.KeptOrigins;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ProxyViews;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the resources of a proxy are made from, by name and in the order of the names. They are made
 * once more for this, and share nothing with others, so that a translation that nobody asks about
 * need not remember anything.
 *
 * @param clusters of clusters
 * @param endpoints of load assignments
 * @param listeners of listeners
 * @param routes of route configurations
 */
public record ResourceOrigins(
    ImmutableMap<String, ImmutableList<KeptOrigins.Origin>> clusters,
    ImmutableMap<String, ImmutableList<KeptOrigins.Origin>> endpoints,
    ImmutableMap<String, ImmutableList<KeptOrigins.Origin>> listeners,
    ImmutableMap<String, ImmutableList<KeptOrigins.Origin>> routes) {
  /** The origins of resources that nothing is known of. */
  public static final ResourceOrigins NONE =
      new ResourceOrigins(
          ImmutableMap.of(), ImmutableMap.of(), ImmutableMap.of(), ImmutableMap.of());

  /** Makes the resources of a proxy once more. */
  public static ResourceOrigins of(ProxyScope scope) {
    KeptOrigins kept = KeptOrigins.of(scope.mesh().snapshot());
    ProxyScope keeping = scope.keeping(kept);
    SharedResources nothing = new SharedResources(ProxyViews.of(scope.mesh()), 0);
    PriorState.Listeners listeners = PriorState.Listeners.of(keeping, Optional.empty());
    UpstreamResources upstream = nothing.upstream(keeping, Optional.empty());
    PriorState.Clusters clusters = PriorState.Clusters.of(keeping, upstream, Optional.empty());
    PriorState.Routes routes =
        PriorState.Routes.of(keeping, listeners.routeNames(), nothing, Optional.empty());
    return new ResourceOrigins(
        byName(clusters.list(), Cluster::getName, kept),
        byName(upstream.loadAssignments(), ClusterLoadAssignment::getClusterName, kept),
        byName(listeners.list(), Listener::getName, kept),
        byName(routes.list(), RouteConfiguration::getName, kept));
  }

  private static <T extends Message> ImmutableMap<String, ImmutableList<KeptOrigins.Origin>> byName(
      ResourceList<T> resources, Function<T, String> name, KeptOrigins kept) {
    Map<String, ImmutableList<KeptOrigins.Origin>> found = new LinkedHashMap<>();
    resources
        .messages()
        .forEach(message -> found.putIfAbsent(name.apply(message), kept.in(message)));
    return ImmutableMap.copyOf(found);
  }
}
