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
 * @param scope what the proxy saw
 * @param listeners its listeners
 * @param clusters its clusters
 * @param routes its routes
 */
public record PriorState(ProxyScope scope, Listeners listeners, Clusters clusters, Routes routes) {

  /**
   * Listeners and what was wrong with them.
   *
   * @param list the listeners by name
   * @param routeNames the route configurations that they ask for
   * @param problems what could not be translated
   */
  public record Listeners(
      ResourceList<Listener> list,
      ImmutableSortedSet<String> routeNames,
      ImmutableList<Problem> problems) {

    /** Of a proxy; the earlier ones where nothing changed. */
    public static Listeners of(ProxyScope scope, Optional<PriorState> before) {
      if (before.isPresent() && before.get().scope.hasSameListeners(scope)) {
        return before.get().listeners;
      }
      ImmutableList.Builder<Problem> found = ImmutableList.builder();
      AssembledListeners assembled = ListenersAssembler.assemble(scope, found::add);
      return new Listeners(
          ResourceList.ofMessages(assembled.listeners()).sorted(Listener::getName),
          assembled.routeNames(),
          found.build());
    }
  }

  /**
   * Clusters that others have too, and those of the proxy alone.
   *
   * @param upstream the former
   * @param own the latter
   * @param list both by name
   */
  public record Clusters(
      UpstreamResources upstream, ResourceList<Cluster> own, ResourceList<Cluster> list) {

    /** Of a proxy; the very lists of before where they are equal. */
    @SuppressWarnings("ReferenceEquality") // Equal lists of before are the same ones.
    public static Clusters of(
        ProxyScope scope, UpstreamResources upstream, Optional<PriorState> before) {
      ResourceList<Cluster> made = ResourceList.ofMessages(OwnClustersAssembler.assemble(scope));
      ResourceList<Cluster> own =
          before.map(known -> made.reusing(known.clusters.own, Cluster::getName)).orElse(made);
      boolean same =
          before.isPresent()
              && before.get().clusters.own == own
              && before.get().clusters.upstream.clusters() == upstream.clusters();
      return new Clusters(
          upstream,
          own,
          same
              ? before.get().clusters.list
              : upstream.clusters().plus(own).sorted(Cluster::getName));
    }
  }

  /**
   * Route configurations and what was wrong with them.
   *
   * @param list the configurations by name
   * @param problems what could not be translated
   * @param shared those that other sidecars have too; absent for a gateway
   */
  public record Routes(
      ResourceList<RouteConfiguration> list,
      ImmutableList<Problem> problems,
      Optional<RouteResources> shared) {

    /** Of a proxy; the earlier ones where nothing changed. */
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

    /** Whatever changes the routes of a gateway changes, for all one knows, its listeners too. */
    private static Routes ofGateway(
        ProxyScope scope, ImmutableSortedSet<String> names, Optional<PriorState> before) {
      if (before.isPresent() && before.get().scope.hasSameListeners(scope)) {
        return before.get().routes;
      }
      ImmutableList.Builder<Problem> found = ImmutableList.builder();
      ImmutableList<RouteConfiguration> made =
          RouteConfigurationsAssembler.assemble(scope, names, found::add);
      return new Routes(
          ResourceList.ofMessages(made).sorted(RouteConfiguration::getName),
          found.build(),
          Optional.empty());
    }
  }
}
