// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers.Thresholds;
import io.envoyproxy.envoy.type.v3.Percent;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.HttpSettings;
import io.rutter.model.destinationrule.RetryBudget;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@link ConnectionPool} and {@link RetryBudget} → {@link CircuitBreakers}. Limits that are absent
 * or 0 become the maximum, because Envoy's defaults are too low for a mesh. A retry budget defaults
 * to 20 percent and 3 retries. Istio document: Destination Rule, {@code ConnectionPoolSettings}.
 */
final class CircuitBreakersTranslator {
  private static final UInt32Value UNLIMITED = Wrappers.uint32(0xFFFF_FFFFL);
  private static final double DEFAULT_BUDGET_PERCENT = 20;
  private static final long DEFAULT_MIN_RETRIES = 3;

  private static final CircuitBreakers NO_LIMITS =
      limits(Optional.empty(), Optional.empty(), Optional.empty());

  private CircuitBreakersTranslator() {}

  /** The limits of a cluster. */
  static CircuitBreakers translate(
      Optional<ConnectionPool> pool, Optional<RetryBudget> retryBudget) {
    return pool.isEmpty() && retryBudget.isEmpty()
        ? NO_LIMITS
        : limits(
            pool.flatMap(ConnectionPool::http), pool.flatMap(ConnectionPool::tcp), retryBudget);
  }

  private static CircuitBreakers limits(
      Optional<HttpSettings> http, Optional<TcpSettings> tcp, Optional<RetryBudget> retryBudget) {
    Thresholds.Builder thresholds =
        Thresholds.newBuilder()
            .setMaxConnections(limit(tcp.map(TcpSettings::maxConnections)))
            .setMaxPendingRequests(limit(http.map(HttpSettings::http1MaxPendingRequests)))
            .setMaxRequests(limit(http.map(HttpSettings::http2MaxRequests)))
            .setMaxRetries(limit(http.map(HttpSettings::maxRetries)));
    retryBudget.map(CircuitBreakersTranslator::budget).ifPresent(thresholds::setRetryBudget);
    return CircuitBreakers.newBuilder().addThresholds(thresholds).build();
  }

  private static UInt32Value limit(Optional<OptionalInt> declared) {
    int value = declared.orElse(OptionalInt.empty()).orElse(0);
    return value > 0 ? Wrappers.uint32(value) : UNLIMITED;
  }

  private static Thresholds.RetryBudget budget(RetryBudget budget) {
    long minimum = budget.minRetryConcurrency().orElse(0);
    return Thresholds.RetryBudget.newBuilder()
        .setBudgetPercent(
            Percent.newBuilder().setValue(budget.percent().orElse(DEFAULT_BUDGET_PERCENT)))
        .setMinRetryConcurrency(Wrappers.uint32(minimum > 0 ? minimum : DEFAULT_MIN_RETRIES))
        .build();
  }
}
