// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.inspect.EnvoyResources;
import io.rutter.translator.AppliedTokenRule;
import io.rutter.translator.XdsResources;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An Envoy's resources, indexed so that a call need not search all of them. */
public final class ResourceIndex {
  private final ImmutableList<Listener> listeners;
  private final Supplier<ImmutableMap<String, RouteConfiguration>> routes;
  private final Supplier<ImmutableMap<String, Cluster>> clusters;
  private final IdentityHashMap<Any, HttpConnectionManager> managers;
  private final IdentityHashMap<RouteConfiguration, Supplier<DomainIndex>> domains;
  private final ImmutableList<AppliedTokenRule> tokenRules;
  private final OriginIndex origins;

  private ResourceIndex(
      ImmutableList<Listener> listeners,
      Supplier<ImmutableMap<String, RouteConfiguration>> routes,
      Supplier<ImmutableMap<String, Cluster>> clusters,
      IdentityHashMap<Any, HttpConnectionManager> managers,
      IdentityHashMap<RouteConfiguration, Supplier<DomainIndex>> domains,
      ImmutableList<AppliedTokenRule> tokenRules,
      OriginIndex origins) {
    this.listeners = listeners;
    this.routes = routes;
    this.clusters = clusters;
    this.managers = managers;
    this.domains = domains;
    this.tokenRules = tokenRules;
    this.origins = origins;
  }

  /** Indexes these resources; the first of several with one name counts. */
  public static ResourceIndex of(EnvoyResources resources) {
    return of(resources, ImmutableList.of(), managers -> OriginIndex.NONE);
  }

  /**
   * Indexes these resources without what they were made from.
   *
   * @param tokenRules what the providers of the filter that checks tokens were made from
   */
  public static ResourceIndex of(
      EnvoyResources resources, ImmutableList<AppliedTokenRule> tokenRules) {
    return of(resources, tokenRules, managers -> OriginIndex.NONE);
  }

  /** Indexes the resources of a proxy, with what they were made from. */
  public static ResourceIndex of(XdsResources resources) {
    return of(
        EnvoyResources.of(resources),
        resources.tokenRules(),
        managers -> OriginIndex.of(resources, managers));
  }

  private static ResourceIndex of(
      EnvoyResources resources,
      ImmutableList<AppliedTokenRule> tokenRules,
      Function<Map<Any, HttpConnectionManager>, OriginIndex> origins) {
    IdentityHashMap<Any, HttpConnectionManager> managers = new IdentityHashMap<>();
    for (Listener listener : resources.listeners()) {
      listener.getFilterChainsList().forEach(chain -> unpack(chain, managers));
      unpack(listener.getDefaultFilterChain(), managers);
    }
    IdentityHashMap<RouteConfiguration, Supplier<DomainIndex>> domains = new IdentityHashMap<>();
    Stream.concat(
            resources.routes().stream(),
            managers.values().stream().map(HttpConnectionManager::getRouteConfig))
        .forEach(
            routes -> domains.put(routes, Suppliers.memoize(() -> DomainIndex.of(routes))::get));
    return new ResourceIndex(
        resources.listeners(),
        byName(resources.routes(), RouteConfiguration::getName),
        byName(resources.clusters(), Cluster::getName),
        managers,
        domains,
        tokenRules,
        origins.apply(managers));
  }

  /** When first asked: many calls ask for one of them only. */
  private static <T> Supplier<ImmutableMap<String, T>> byName(
      List<T> all, Function<T, String> nameOf) {
    return Suppliers.memoize(
            () -> all.stream().collect(toImmutableMap(nameOf, one -> one, (a, b) -> a)))
        ::get;
  }

  /** What the messages were made from. */
  public OriginIndex origins() {
    return origins;
  }

  /** What the providers of the filter that checks tokens were made from, in their order. */
  public ImmutableList<AppliedTokenRule> tokenRules() {
    return tokenRules;
  }

  public ImmutableList<Listener> listeners() {
    return listeners;
  }

  public Optional<RouteConfiguration> routes(String name) {
    return Optional.ofNullable(routes.get().get(name));
  }

  /** The virtual hosts of a route configuration, indexed on its first request. */
  public DomainIndex domains(RouteConfiguration configuration) {
    Supplier<DomainIndex> known = domains.get(configuration);
    return known == null ? DomainIndex.of(configuration) : known.get();
  }

  public Optional<Cluster> cluster(String name) {
    return Optional.ofNullable(clusters.get().get(name));
  }

  /** The connection manager in a filter's configuration; absent for another filter. */
  public Optional<HttpConnectionManager> manager(Any filter) {
    return Optional.ofNullable(managers.get(filter));
  }

  private static void unpack(
      FilterChain chain, IdentityHashMap<Any, HttpConnectionManager> managers) {
    chain
        .getFiltersList()
        .forEach(
            filter ->
                UnpackedConfig.of(filter.getTypedConfig(), HttpConnectionManager.class)
                    .ifPresent(manager -> managers.put(filter.getTypedConfig(), manager)));
  }
}
