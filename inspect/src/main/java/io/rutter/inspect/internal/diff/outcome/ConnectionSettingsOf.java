// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.translator.internal.proto.MessageTypes;

/**
 * What a connection manager or TCP proxy does to every call, without where it goes, who may call,
 * and what only observes it (logs, statistics, traces).
 */
final class ConnectionSettingsOf {
  /** Who may call is told by itself. */
  private static final ImmutableSet<String> OF_ACCESS =
      ImmutableSet.of(
          "envoy.extensions.filters.http.rbac.v3.RBAC",
          "envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication",
          "envoy.extensions.filters.http.ext_authz.v3.ExtAuthz",
          "envoy.extensions.filters.http.grpc_stats.v3.FilterConfig");

  private ConnectionSettingsOf() {}

  static Message manager(HttpConnectionManager manager) {
    HttpConnectionManager.Builder settings =
        manager.toBuilder()
            .clearStatPrefix()
            .clearRds()
            .clearRouteConfig()
            .clearAccessLog()
            .clearAccessLogOptions()
            .clearTracing()
            .clearHttpFilters();
    for (HttpFilter filter : manager.getHttpFiltersList()) {
      if (!OF_ACCESS.contains(MessageTypes.name(filter.getTypedConfig().getTypeUrl()))) {
        settings.addHttpFilters(filter);
      }
    }
    return settings.build();
  }

  static Message tcp(TcpProxy proxy) {
    return proxy.toBuilder()
        .clearStatPrefix()
        .clearCluster()
        .clearWeightedClusters()
        .clearAccessLog()
        .clearAccessLogOptions()
        .build();
  }
}
