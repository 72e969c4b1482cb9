// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.H2UpgradePolicy;
import io.rutter.model.destinationrule.Http2Keepalive;
import io.rutter.model.destinationrule.HttpSettings;
import io.rutter.model.destinationrule.TcpKeepalive;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ConnectionPool}. */
public final class ConnectionPoolReader {
  private ConnectionPoolReader() {}

  /** Istio: {@code ConnectionPoolSettings}. */
  public static ConnectionPool connectionPool(ObjectNode in) {
    ConnectionPool.Builder pool = ConnectionPool.builder();
    in.object("tcp", ConnectionPoolReader::tcpSettings).ifPresent(pool::tcp);
    in.object("http", ConnectionPoolReader::httpSettings).ifPresent(pool::http);
    return pool.build();
  }

  /** Istio: {@code ConnectionPoolSettings.TCPSettings}. */
  private static TcpSettings tcpSettings(ObjectNode in) {
    TcpSettings.Builder settings = TcpSettings.builder();
    in.int32("maxConnections").ifPresent(settings::maxConnections);
    in.duration("connectTimeout").ifPresent(settings::connectTimeout);
    in.object("tcpKeepalive", ConnectionPoolReader::tcpKeepalive).ifPresent(settings::tcpKeepalive);
    in.duration("maxConnectionDuration").ifPresent(settings::maxConnectionDuration);
    in.duration("idleTimeout").ifPresent(settings::idleTimeout);
    return settings.build();
  }

  public static TcpKeepalive tcpKeepalive(ObjectNode in) {
    TcpKeepalive.Builder keepalive = TcpKeepalive.builder();
    in.uint32("probes").ifPresent(keepalive::probes);
    in.duration("time").ifPresent(keepalive::time);
    in.duration("interval").ifPresent(keepalive::interval);
    return keepalive.build();
  }

  /** Istio: {@code ConnectionPoolSettings.HTTPSettings}. */
  private static HttpSettings httpSettings(ObjectNode in) {
    HttpSettings.Builder settings = HttpSettings.builder();
    in.int32("http1MaxPendingRequests").ifPresent(settings::http1MaxPendingRequests);
    in.int32("http2MaxRequests").ifPresent(settings::http2MaxRequests);
    in.int32("maxRequestsPerConnection").ifPresent(settings::maxRequestsPerConnection);
    in.int32("maxRetries").ifPresent(settings::maxRetries);
    in.duration("idleTimeout").ifPresent(settings::idleTimeout);
    in.enumValue("h2UpgradePolicy", H2UpgradePolicy.class).ifPresent(settings::h2UpgradePolicy);
    settings.useClientProtocol(in.bool("useClientProtocol"));
    in.int32("maxConcurrentStreams").ifPresent(settings::maxConcurrentStreams);
    in.object("http2KeepAlive", ConnectionPoolReader::http2Keepalive)
        .ifPresent(settings::http2KeepAlive);
    return settings.build();
  }

  /** Istio: {@code ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive}. */
  private static Http2Keepalive http2Keepalive(ObjectNode in) {
    Http2Keepalive.Builder keepalive = Http2Keepalive.builder();
    in.duration("interval").ifPresent(keepalive::interval);
    in.duration("timeout").ifPresent(keepalive::timeout);
    return keepalive.build();
  }
}
