// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.H2UpgradePolicy;
import io.rutter.model.destinationrule.Http2Keepalive;
import io.rutter.model.destinationrule.HttpSettings;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/** Checks a {@link ConnectionPool}. */
public final class ConnectionPoolValidator {
  private ConnectionPoolValidator() {}

  /** Checks the settings here. */
  public static void validate(ConnectionPool pool, Findings at) {
    if (pool.tcp().isEmpty() && pool.http().isEmpty()) {
      at.missing("an empty pool (expected: tcp or http)");
    }
    pool.http().ifPresent(http -> validateHttp(http, at.at("http")));
    pool.tcp().ifPresent(tcp -> validateTcp(tcp, at.at("tcp")));
  }

  private static void validateHttp(HttpSettings http, Findings at) {
    checkCount(http.http1MaxPendingRequests(), at.at("http1MaxPendingRequests"));
    checkCount(http.http2MaxRequests(), at.at("http2MaxRequests"));
    checkCount(http.maxRequestsPerConnection(), at.at("maxRequestsPerConnection"));
    checkCount(http.maxRetries(), at.at("maxRetries"));
    checkCount(http.maxConcurrentStreams(), at.at("maxConcurrentStreams"));
    http.idleTimeout().ifPresent(d -> ValueRules.checkDuration(d, at.at("idleTimeout")));
    if (http.h2UpgradePolicy() == H2UpgradePolicy.UPGRADE && http.useClientProtocol()) {
      at.conflicting("h2UpgradePolicy UPGRADE beside useClientProtocol (expected: one of them)");
    }
    http.http2KeepAlive().ifPresent(k -> validateKeepalive(k, at.at("http2KeepAlive")));
  }

  private static void validateKeepalive(Http2Keepalive keepalive, Findings at) {
    if (keepalive.interval().isEmpty() || keepalive.timeout().isEmpty()) {
      at.missing("half a keepalive (expected: interval and timeout)");
    }
    keepalive.interval().ifPresent(d -> ValueRules.checkDuration(d, at.at("interval")));
    keepalive.timeout().ifPresent(d -> ValueRules.checkDuration(d, at.at("timeout")));
  }

  private static void validateTcp(TcpSettings tcp, Findings at) {
    checkCount(tcp.maxConnections(), at.at("maxConnections"));
    tcp.connectTimeout().ifPresent(d -> ValueRules.checkDuration(d, at.at("connectTimeout")));
    tcp.maxConnectionDuration()
        .ifPresent(d -> ValueRules.checkDuration(d, at.at("maxConnectionDuration")));
    tcp.idleTimeout()
        .filter(d -> !d.truncatedTo(ChronoUnit.MILLIS).isZero())
        .ifPresent(d -> ValueRules.checkDuration(d, at.at("idleTimeout")));
    tcp.tcpKeepalive()
        .ifPresent(keepalive -> TcpKeepaliveValidator.validate(keepalive, at.at("tcpKeepalive")));
  }

  private static void checkCount(OptionalInt count, Findings at) {
    if (count.orElse(0) < 0) {
      at.invalid("count: " + count.getAsInt() + " (expected: >= 0)");
    }
  }
}
