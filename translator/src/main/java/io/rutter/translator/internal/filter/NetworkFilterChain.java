// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.mongo_proxy.v3.MongoProxy;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * The network filters of a TCP filter chain, and their order. Filters that only Istio's own proxy
 * has are left out.
 */
public final class NetworkFilterChain {
  private NetworkFilterChain() {}

  /**
   * The filters for connections to a service. For a wildcard service, the server name of the TLS
   * ClientHello is resolved first.
   */
  public static ImmutableList<Filter> of(
      ProxyScope scope, Service service, ServicePort port, TcpProxy proxy) {
    ImmutableList.Builder<Filter> filters = ImmutableList.builder();
    if (DynamicForwardProxyFilters.applies(service)) {
      filters.add(DynamicForwardProxyFilters.sni(scope, service, port.number()));
    }
    return filters.addAll(of(port.protocol(), proxy)).build();
  }

  /** The filters that parse the protocol for statistics, then the TCP proxy. */
  public static ImmutableList<Filter> of(Protocol protocol, TcpProxy proxy) {
    ImmutableList.Builder<Filter> filters = ImmutableList.builder();
    if (protocol == Protocol.MONGO) {
      filters.add(
          NetworkFilters.filter(
              "envoy.filters.network.mongo_proxy",
              MongoProxy.newBuilder().setStatPrefix(proxy.getStatPrefix()).build()));
    }
    return filters.add(NetworkFilters.of(proxy)).build();
  }
}
