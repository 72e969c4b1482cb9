// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.resource;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By what an element of a list is known, wherever it stands. */
final class ElementKeys {
  private ElementKeys() {}

  /** The keys of these elements; absent: one has none, or two have the same. */
  static Optional<ImmutableList<String>> of(List<?> elements) {
    ImmutableList.Builder<String> keys = ImmutableList.builder();
    Set<String> seen = new HashSet<>();
    for (Object element : elements) {
      Optional<String> key = element instanceof Message message ? key(message) : Optional.empty();
      if (key.isEmpty() || key.get().isEmpty() || !seen.add(key.get())) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(keys.build());
  }

  /** Whether the order of such elements has a meaning. */
  static boolean isOrdered(Message element) {
    return element instanceof Filter
        || element instanceof HttpFilter
        || element instanceof ListenerFilter
        || element instanceof HeaderValueOption;
  }

  private static Optional<String> key(Message element) {
    if (element instanceof VirtualHost host) {
      return Optional.of(host.getName());
    }
    if (element instanceof FilterChain chain) {
      return Optional.of(
          chain.getName().isEmpty() ? match(chain.getFilterChainMatch()) : chain.getName());
    }
    if (element instanceof WeightedCluster.ClusterWeight cluster) {
      return Optional.of(cluster.getName());
    }
    if (element instanceof TcpProxy.WeightedCluster.ClusterWeight cluster) {
      return Optional.of(cluster.getName());
    }
    if (element instanceof LocalityLbEndpoints endpoints) {
      return Optional.of(locality(endpoints));
    }
    return element instanceof LbEndpoint endpoint
        ? Optional.of(address(endpoint))
        : ofFilter(element);
  }

  private static String match(FilterChainMatch match) {
    return match.equals(FilterChainMatch.getDefaultInstance()) ? "any" : MessageText.of(match);
  }

  private static Optional<String> ofFilter(Message element) {
    if (element instanceof Filter filter) {
      return Optional.of(filter.getName());
    }
    if (element instanceof HttpFilter filter) {
      return Optional.of(filter.getName());
    }
    if (element instanceof ListenerFilter filter) {
      return Optional.of(filter.getName());
    }
    return element instanceof HeaderValueOption header
        ? Optional.of(header.getHeader().getKey())
        : Optional.empty();
  }

  private static String locality(LocalityLbEndpoints endpoints) {
    String names =
        ImmutableList.of(
                endpoints.getLocality().getRegion(),
                endpoints.getLocality().getZone(),
                endpoints.getLocality().getSubZone())
            .stream()
            .filter(part -> !part.isEmpty())
            .collect(joining("/"));
    String place = names.isEmpty() ? "no locality" : names;
    return endpoints.getPriority() == 0 ? place : place + " priority " + endpoints.getPriority();
  }

  private static String address(LbEndpoint endpoint) {
    if (endpoint.getEndpoint().getAddress().hasSocketAddress()) {
      SocketAddress address = endpoint.getEndpoint().getAddress().getSocketAddress();
      return address.getAddress() + ":" + Integer.toUnsignedString(address.getPortValue());
    }
    return MessageText.of(endpoint.getEndpoint().getAddress());
  }

  /** Lists of texts of which only the set counts. */
  static final ImmutableSet<String> SETS =
      ImmutableSet.of(
          "envoy.config.route.v3.VirtualHost.domains",
          "envoy.config.listener.v3.FilterChainMatch.server_names");
}
