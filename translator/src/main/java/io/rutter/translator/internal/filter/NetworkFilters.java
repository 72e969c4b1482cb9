// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.resolve.ProxyScope;

/** Network filters under Envoy's well-known names. */
public final class NetworkFilters {
  private NetworkFilters() {}

  /** The filter that parses connections as HTTP. */
  public static Filter of(ProxyScope scope, HttpConnectionManager manager) {
    return Filter.newBuilder()
        .setName("envoy.filters.network.http_connection_manager")
        .setTypedConfig(scope.origins().pack(manager))
        .build();
  }

  /** The filter that forwards connections to a cluster. */
  public static Filter of(TcpProxy proxy) {
    return filter("envoy.filters.network.tcp_proxy", proxy);
  }

  static Filter filter(String name, Message config) {
    return Filter.newBuilder().setName(name).setTypedConfig(Anys.pack(config)).build();
  }
}
