// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.problem.Problem;
import io.rutter.translator.internal.cluster.OwnClustersAssembler;
import io.rutter.translator.internal.listener.ListenersAssembler;
import io.rutter.translator.internal.listener.chain.AssembledListeners;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.RouteConfigurationsAssembler;
import java.util.Optional;

/**
 * What resources were made from, kept with them so that a later translation can tell what changed.
 *
 * @param ofProxy problems of the proxy itself
 * @param scope what the proxy saw
 * @param listeners its listeners
 * @param clusters its clusters
 * @param routes its routes
 */
public record PriorState(
    ImmutableList<Problem> ofProxy,
    ProxyScope scope,
    Listeners listeners,
    Clusters clusters,
    Routes routes) {

  /**
   * Listeners and the problems found while making them.
   *
   * @param list the listeners by name
   * @param routeNames the route configurations that they ask for
   * @param problems what could not be translated
   */
  public record Listeners(
      ResourceList<Listener> list,
      ImmutableSortedSet<String> routeNames,
      ImmutableList<Problem> problems) {

    /** Makes those of a proxy, or takes the earlier ones if nothing changed. */
    public static Listeners of(ProxyScope scope, Optional<PriorState> before) {
      if (before.isPresent() && before.get().scope.hasSameListeners(scope)) {
        return before.get().listeners;
      }
      ImmutableList.Builder<Problem> found = ImmutableList.builder();
      AssembledListeners assembled = ListenersAssembler.assemble(scope, found::add);
      return new Listeners(
          ResourceList.ofMessages(assembled.listeners(), Listener::getName),
          assembled.routeNames(),
          found.build());
    }
  }

  /**
   * Clusters that proxies share, and clusters of the proxy alone.
   *
   * @param upstream clusters and load assignments that proxies of one view share
   * @param own clusters of the proxy alone
   * @param list all clusters by name
   */
  public record Clusters(
      UpstreamResources upstream, ResourceList<Cluster> own, ResourceList<Cluster> list) {

    /** Makes those of a proxy; equal lists are the same objects as before. */
    @SuppressWarnings("ReferenceEquality") // Equal lists are the same objects as before.
    public static Clusters of(
        ProxyScope scope, UpstreamResources upstream, Optional<PriorState> before) {
      ResourceList<Cluster> own =
          before
              .filter(known -> scope.hasSameOwnClusters(known.scope))
              .map(known -> known.clusters.own)
              .orElseGet(() -> own(scope, before));
      return new Clusters(
          upstream,
          own,
          before
              .map(known -> known.clusters)
              .filter(known -> known.own == own)
              .map(known -> known.list.following(upstream.clusters(), known.upstream.clusters()))
              .orElseGet(() -> upstream.clusters().plus(own)));
    }

    private static ResourceList<Cluster> own(ProxyScope scope, Optional<PriorState> before) {
      ResourceList<Cluster> made =
          ResourceList.ofMessages(OwnClustersAssembler.assemble(scope), Cluster::getName);
      return before.map(known -> made.reusing(known.clusters.own)).orElse(made);
    }
  }

  /**
   * Route configurations and the problems found while making them.
   *
   * @param list the configurations by name
   * @param problems what could not be translated
   * @param shared the configurations that sidecars share; absent for a gateway
   */
  public record Routes(
      ResourceList<RouteConfiguration> list,
      ImmutableList<Problem> problems,
      Optional<RouteResources> shared) {

    /** Makes those of a proxy, or takes the earlier ones if nothing changed. */
    public static Routes of(
        ProxyScope scope,
        ImmutableSortedSet<String> names,
        SharedResources shared,
        Optional<PriorState> before) {
      return scope.isGateway()
          ? ofGateway(scope, names, before)
          : ofSidecar(scope, names, shared, before);
    }

    private static Routes ofSidecar(
        ProxyScope scope,
        ImmutableSortedSet<String> names,
        SharedResources shared,
        Optional<PriorState> before) {
      RouteResources made =
          shared.routes(scope, names, before.flatMap(origin -> origin.routes.shared));
      return new Routes(made.configurations(), made.routes().problems(), Optional.of(made));
    }

    /**
     * Routes of a gateway are made again whenever its listeners are: both depend on the same
     * inputs.
     */
    private static Routes ofGateway(
        ProxyScope scope, ImmutableSortedSet<String> names, Optional<PriorState> before) {
      if (before.isPresent() && before.get().scope.hasSameListeners(scope)) {
        return before.get().routes;
      }
      ImmutableList.Builder<Problem> found = ImmutableList.builder();
      ImmutableList<RouteConfiguration> made =
          RouteConfigurationsAssembler.assemble(scope, names, found::add);
      return new Routes(
          ResourceList.ofMessages(made, RouteConfiguration::getName),
          found.build(),
          Optional.empty());
    }
  }
}
