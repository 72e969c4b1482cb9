// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.proto.Wrappers;

/** The chain that closes connections to the own port of a listener, which would loop for ever. */
public final class BlackHoleChain {
  private BlackHoleChain() {}

  /**
   * The chain.
   *
   * @param port the port of the listener
   */
  public static FilterChain of(String name, int port) {
    return FilterChain.newBuilder()
        .setName(name)
        .setFilterChainMatch(
            FilterChainMatch.newBuilder().setDestinationPort(Wrappers.uint32(port)))
        .addFilters(
            NetworkFilters.of(
                TcpProxy.newBuilder()
                    .setStatPrefix(ClusterNames.BLACK_HOLE)
                    .setCluster(ClusterNames.BLACK_HOLE)
                    .build()))
        .build();
  }
}
