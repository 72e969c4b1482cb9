// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy.WeightedCluster.ClusterWeight;
import io.rutter.translator.internal.proto.AnyTypes;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A line for each filter chain: its match and destination. */
public final class ListenerTable {
  private ListenerTable() {}

  /** The table. */
  public static String print(List<Listener> listeners) {
    TextTable table = TextTable.withHeader("LISTENER", "ADDRESS", "MATCH", "DESTINATION");
    for (Listener listener : listeners) {
      for (FilterChain chain : listener.getFilterChainsList()) {
        add(table, listener, match(chain.getFilterChainMatch()), chain);
      }
      if (listener.hasDefaultFilterChain()) {
        add(table, listener, "else", listener.getDefaultFilterChain());
      }
    }
    return table.print();
  }

  private static void add(TextTable table, Listener listener, String match, FilterChain chain) {
    table.add(
        listener.getName(), AddressText.text(listener.getAddress()), match, destination(chain));
  }

  private static String match(FilterChainMatch match) {
    StringJoiner text = new StringJoiner("; ");
    if (match.hasDestinationPort()) {
      text.add("port " + match.getDestinationPort().getValue());
    }
    if (match.getPrefixRangesCount() > 0) {
      text.add(
          "to "
              + match.getPrefixRangesList().stream()
                  .map(ListenerTable::text)
                  .collect(Collectors.joining(",")));
    }
    if (!match.getTransportProtocol().isEmpty()) {
      text.add(match.getTransportProtocol());
    }
    if (match.getServerNamesCount() > 0) {
      text.add("SNI " + String.join(",", match.getServerNamesList()));
    }
    if (match.getApplicationProtocolsCount() > 0) {
      text.add("ALPN " + String.join(",", match.getApplicationProtocolsList()));
    }
    return text.length() == 0 ? "all" : text.toString();
  }

  private static String text(CidrRange range) {
    return range.getAddressPrefix() + "/" + range.getPrefixLen().getValue();
  }

  private static String destination(FilterChain chain) {
    return chain.getFiltersList().stream()
        .map(Filter::getTypedConfig)
        .map(AnyTypes::unpack)
        .flatMap(Optional::stream)
        .map(ListenerTable::destination)
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> destination(Message filter) {
    if (filter instanceof HttpConnectionManager manager) {
      return Optional.of(
          manager.hasRds()
              ? "routes " + manager.getRds().getRouteConfigName()
              : "inline routes " + manager.getRouteConfig().getName());
    }
    if (filter instanceof TcpProxy tcp) {
      return Optional.of(
          tcp.hasWeightedClusters()
              ? tcp.getWeightedClusters().getClustersList().stream()
                  .map(ListenerTable::text)
                  .collect(Collectors.joining(", "))
              : "cluster " + tcp.getCluster());
    }
    return Optional.empty();
  }

  private static String text(ClusterWeight cluster) {
    return "cluster " + cluster.getName() + " weight " + cluster.getWeight();
  }
}
