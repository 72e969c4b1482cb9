// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.check;

import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.translator.internal.check.MissingCluster.Use;
import io.rutter.translator.internal.naming.OutboundClusterName;
import io.rutter.translator.internal.proto.IstioMetadata;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the missing clusters that listeners (with their logs, tracers and secrets) and routes name.
 * A destination of weight 0 gets no traffic, so its cluster may be missing. Envoy documents: {@code
 * TcpProxy}, {@code RouteAction}.
 */
public final class MissingClusters {
  private final Set<String> known;
  private final Set<MissingCluster> missing = new LinkedHashSet<>();
  private final Set<String> called = new HashSet<>();
  private final CalledServices calls = new CalledServices();

  private MissingClusters(Set<String> known) {
    this.known = known;
  }

  /**
   * Searches the resources of one proxy.
   *
   * @param known the names of its clusters
   */
  public static ImmutableSet<MissingCluster> of(
      Set<String> known, List<Listener> listeners, List<RouteConfiguration> routes) {
    MissingClusters found = new MissingClusters(known);
    for (Listener listener : listeners) {
      found.calls.ofListener(listener, cluster -> found.addCalled(cluster, listener.getName()));
      listener.getFilterChainsList().forEach(chain -> found.addChain(listener.getName(), chain));
      if (listener.hasDefaultFilterChain()) {
        found.addChain(listener.getName(), listener.getDefaultFilterChain());
      }
    }
    routes.forEach(found::addRoutes);
    return ImmutableSet.copyOf(found.missing);
  }

  private void addChain(String listener, FilterChain chain) {
    String config = config(chain.getMetadata());
    Consumer<String> called = cluster -> addCalled(cluster, listener);
    calls.ofChain(chain, called);
    for (Filter filter : chain.getFiltersList()) {
      Optional<TcpProxy> tcp = unpacked(filter.getTypedConfig(), TcpProxy.class);
      Optional<HttpConnectionManager> http =
          unpacked(filter.getTypedConfig(), HttpConnectionManager.class);
      if (tcp.isPresent()) {
        addTcp(tcp.get(), name -> add(name, config, listener, ""));
        calls.ofTcp(tcp.get(), called);
      } else if (http.isPresent()) {
        addRoutes(http.get().getRouteConfig());
        calls.ofHttp(http.get(), called);
      } else {
        calls.ofFilter(filter, called);
      }
    }
  }

  private static void addTcp(TcpProxy proxy, Consumer<String> found) {
    if (proxy.hasWeightedClusters()) {
      proxy.getWeightedClusters().getClustersList().stream()
          .filter(cluster -> cluster.getWeight() > 0)
          .forEach(cluster -> found.accept(cluster.getName()));
    } else {
      found.accept(proxy.getCluster());
    }
  }

  private void addRoutes(RouteConfiguration routes) {
    for (VirtualHost virtualHost : routes.getVirtualHostsList()) {
      String name = virtualHost.getName();
      String host = name.substring(0, Math.max(0, name.lastIndexOf(':')));
      for (Route route : virtualHost.getRoutesList()) {
        if (route.hasRoute()) {
          addAction(
              route.getRoute(),
              cluster -> add(cluster, config(route.getMetadata()), routes.getName(), host));
        }
      }
    }
  }

  private static void addAction(RouteAction action, Consumer<String> found) {
    if (action.hasWeightedClusters()) {
      action.getWeightedClusters().getClustersList().stream()
          .filter(cluster -> cluster.getWeight().getValue() > 0)
          .forEach(cluster -> found.accept(cluster.getName()));
    } else {
      found.accept(action.getCluster());
    }
    action.getRequestMirrorPoliciesList().forEach(mirror -> found.accept(mirror.getCluster()));
  }

  private void add(String cluster, String config, String resource, String host) {
    if (!cluster.isEmpty() && !known.contains(cluster)) {
      missing.add(new MissingCluster(cluster, config, resource, host, Use.TRAFFIC));
    }
  }

  /**
   * Only clusters of services: other clusters that a proxy calls may be in its bootstrap. One
   * listener is reported, because most have the same logs and tracer.
   */
  private void addCalled(String cluster, String listener) {
    if (!known.contains(cluster)
        && OutboundClusterName.parse(cluster).isPresent()
        && called.add(cluster)) {
      missing.add(new MissingCluster(cluster, "", listener, "", Use.CALLS_OF_PROXY));
    }
  }

  private static String config(Metadata metadata) {
    return metadata
        .getFilterMetadataOrDefault(IstioMetadata.KEY, Struct.getDefaultInstance())
        .getFieldsOrDefault("config", Value.getDefaultInstance())
        .getStringValue();
  }

  private static <T extends Message> Optional<T> unpacked(Any any, Class<T> type) {
    try {
      return any.is(type) ? Optional.of(any.unpack(type)) : Optional.empty();
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}
