// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.RetryBudget;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Optional;

/**
 * {@link ConnectionPool} → the limits, connect timeout and keepalive of a {@link Cluster}. {@link
 * HttpProtocolOptionsTranslator} translates its HTTP settings. The connect timeout defaults to the
 * mesh's.
 */
final class ConnectionPoolTranslator {
  private ConnectionPoolTranslator() {}

  /** Sets these fields of a cluster. */
  static void translate(
      MeshSettings settings,
      Optional<ConnectionPool> pool,
      Optional<RetryBudget> retryBudget,
      Cluster.Builder cluster) {
    Optional<TcpSettings> tcp = pool.flatMap(ConnectionPool::tcp);
    cluster
        .setCircuitBreakers(CircuitBreakersTranslator.translate(pool, retryBudget))
        .setConnectTimeout(
            Durations.of(
                tcp.flatMap(TcpSettings::connectTimeout).orElse(settings.connectTimeout())));
    TcpKeepaliveTranslator.translate(
            settings.tcpKeepalive(), tcp.flatMap(TcpSettings::tcpKeepalive))
        .ifPresent(cluster::setUpstreamConnectionOptions);
  }
}
