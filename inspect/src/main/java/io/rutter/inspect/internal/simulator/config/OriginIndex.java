// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import com.google.protobuf.Any;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.rutter.translator.PartOrigin;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsResources;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the messages of a proxy's resources are made from, looked up when first asked. */
public final class OriginIndex {
  /** Knows nothing: of resources that other software made. */
  public static final OriginIndex NONE = new OriginIndex(IdentityHashMap::new);

  private final Supplier<IdentityHashMap<Message, Place>> places;

  private OriginIndex(Supplier<IdentityHashMap<Message, Place>> places) {
    this.places = Suppliers.memoize(places::get)::get;
  }

  /**
   * Where a message is.
   *
   * @param origins those of its resource, by part
   * @param path its path in the resource
   */
  private record Place(Supplier<ImmutableListMultimap<String, PartOrigin>> origins, String path) {
    ImmutableList<PartOrigin> of(String part) {
      return origins.get().get(path.isEmpty() || part.isEmpty() ? path + part : path + "." + part);
    }
  }

  /**
   * The messages of a proxy.
   *
   * @param managers the connection managers of its listeners, by the filters that pack them
   */
  static OriginIndex of(XdsResources resources, Map<Any, HttpConnectionManager> managers) {
    return new OriginIndex(
        () -> {
          IdentityHashMap<Message, Place> places = new IdentityHashMap<>();
          resources.listeners().forEach(listener -> add(listener, resources, managers, places));
          for (RouteConfiguration routes : resources.routes()) {
            add(routes, origins(resources, ResourceKind.ROUTES, routes.getName()), "", places);
          }
          for (Cluster cluster : resources.clusters()) {
            places.put(
                cluster,
                new Place(origins(resources, ResourceKind.CLUSTERS, cluster.getName()), ""));
          }
          return places;
        });
  }

  /** Of one resource, when first asked: a call meets few of thousands. */
  private static Supplier<ImmutableListMultimap<String, PartOrigin>> origins(
      XdsResources resources, ResourceKind kind, String name) {
    return Suppliers.memoize(
            () -> Multimaps.index(resources.originsOf(kind, name), PartOrigin::part))
        ::get;
  }

  private static void add(
      Listener listener,
      XdsResources resources,
      Map<Any, HttpConnectionManager> managers,
      IdentityHashMap<Message, Place> to) {
    Supplier<ImmutableListMultimap<String, PartOrigin>> origins =
        origins(resources, ResourceKind.LISTENERS, listener.getName());
    to.put(listener, new Place(origins, ""));
    for (int i = 0; i < listener.getFilterChainsCount(); i++) {
      add(listener.getFilterChains(i), origins, "filterChains[" + i + "]", managers, to);
    }
    if (listener.hasDefaultFilterChain()) {
      add(listener.getDefaultFilterChain(), origins, "defaultFilterChain", managers, to);
    }
  }

  private static void add(
      FilterChain chain,
      Supplier<ImmutableListMultimap<String, PartOrigin>> origins,
      String path,
      Map<Any, HttpConnectionManager> managers,
      IdentityHashMap<Message, Place> to) {
    to.put(chain, new Place(origins, path));
    for (int i = 0; i < chain.getFiltersCount(); i++) {
      String filter = path + ".filters[" + i + "]";
      to.put(chain.getFilters(i), new Place(origins, filter));
      Optional.ofNullable(managers.get(chain.getFilters(i).getTypedConfig()))
          .filter(HttpConnectionManager::hasRouteConfig)
          .ifPresent(
              manager ->
                  add(manager.getRouteConfig(), origins, filter + ".typedConfig.routeConfig", to));
    }
  }

  private static void add(
      RouteConfiguration routes,
      Supplier<ImmutableListMultimap<String, PartOrigin>> origins,
      String path,
      IdentityHashMap<Message, Place> to) {
    to.put(routes, new Place(origins, path));
    for (int i = 0; i < routes.getVirtualHostsCount(); i++) {
      String host = (path.isEmpty() ? "" : path + ".") + "virtualHosts[" + i + "]";
      to.put(routes.getVirtualHosts(i), new Place(origins, host));
      for (int j = 0; j < routes.getVirtualHosts(i).getRoutesCount(); j++) {
        to.put(
            routes.getVirtualHosts(i).getRoutes(j),
            new Place(origins, host + ".routes[" + j + "]"));
      }
    }
  }

  /**
   * What a part of a message is made from.
   *
   * @param part the path of the part; empty: the message
   */
  public ImmutableList<PartOrigin> of(Message message, String part) {
    Place place = places.get().get(message);
    return place == null ? ImmutableList.of() : place.of(part);
  }
}
