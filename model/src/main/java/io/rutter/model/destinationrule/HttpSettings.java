// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings for HTTP/1.1, HTTP/2 and gRPC connections to a service. Istio reference:
 * ConnectionPoolSettings.HTTPSettings.
 */
@AutoValue
public abstract class HttpSettings {
  HttpSettings() {}

  /**
   * Greatest number of requests that wait for a connection, for all versions of HTTP, at least 0.
   * Absent or 0: 4294967295, which is no limit in practice.
   */
  public abstract OptionalInt http1MaxPendingRequests();

  /**
   * Greatest number of active requests, for all versions of HTTP, at least 0. Absent or 0:
   * 4294967295, which is no limit in practice.
   */
  public abstract OptionalInt http2MaxRequests();

  /**
   * Greatest number of requests over one connection, at least 0; 1 turns keep-alive off. Absent or
   * 0: no limit.
   */
  public abstract OptionalInt maxRequestsPerConnection();

  /**
   * Greatest number of retries under way at one time to all endpoints, at least 0. Absent or 0:
   * 4294967295, which is no limit in practice.
   */
  public abstract OptionalInt maxRetries();

  /**
   * Time without requests after which a connection is closed, in whole milliseconds, at least 1 ms.
   * Absent: the tcp idleTimeout, else 1 hour.
   */
  public abstract Optional<Duration> idleTimeout();

  /** Whether HTTP/1.1 requests are sent on as HTTP/2. Absent: the mesh's policy applies. */
  public abstract H2UpgradePolicy h2UpgradePolicy();

  /**
   * Whether the client's version of HTTP is kept towards the endpoint; takes precedence over
   * upgrades, and UPGRADE is not allowed with it. Absent: false.
   */
  public abstract boolean useClientProtocol();

  /**
   * Greatest number of streams on one HTTP/2 connection, at least 0; only for clusters that are set
   * to HTTP/2. Absent or 0: 2147483647.
   */
  public abstract OptionalInt maxConcurrentStreams();

  /** HTTP/2 PING frames; only for clusters that are set to HTTP/2. Absent: none. */
  public abstract Optional<Http2Keepalive> http2KeepAlive();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HttpSettings.Builder()
        .h2UpgradePolicy(H2UpgradePolicy.DEFAULT)
        .useClientProtocol(false);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HttpSettings}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HttpSettings#http1MaxPendingRequests()}. */
    public abstract Builder http1MaxPendingRequests(int http1MaxPendingRequests);

    /** See {@link HttpSettings#http1MaxPendingRequests()}; empty clears it. */
    public abstract Builder http1MaxPendingRequests(OptionalInt http1MaxPendingRequests);

    /** See {@link HttpSettings#http2MaxRequests()}. */
    public abstract Builder http2MaxRequests(int http2MaxRequests);

    /** See {@link HttpSettings#http2MaxRequests()}; empty clears it. */
    public abstract Builder http2MaxRequests(OptionalInt http2MaxRequests);

    /** See {@link HttpSettings#maxRequestsPerConnection()}. */
    public abstract Builder maxRequestsPerConnection(int maxRequestsPerConnection);

    /** See {@link HttpSettings#maxRequestsPerConnection()}; empty clears it. */
    public abstract Builder maxRequestsPerConnection(OptionalInt maxRequestsPerConnection);

    /** See {@link HttpSettings#maxRetries()}. */
    public abstract Builder maxRetries(int maxRetries);

    /** See {@link HttpSettings#maxRetries()}; empty clears it. */
    public abstract Builder maxRetries(OptionalInt maxRetries);

    /** See {@link HttpSettings#idleTimeout()}. */
    public abstract Builder idleTimeout(Duration idleTimeout);

    /** See {@link HttpSettings#idleTimeout()}; empty clears it. */
    public abstract Builder idleTimeout(Optional<Duration> idleTimeout);

    /** See {@link HttpSettings#h2UpgradePolicy()}. */
    public abstract Builder h2UpgradePolicy(H2UpgradePolicy h2UpgradePolicy);

    /** See {@link HttpSettings#useClientProtocol()}. */
    public abstract Builder useClientProtocol(boolean useClientProtocol);

    /** See {@link HttpSettings#maxConcurrentStreams()}. */
    public abstract Builder maxConcurrentStreams(int maxConcurrentStreams);

    /** See {@link HttpSettings#maxConcurrentStreams()}; empty clears it. */
    public abstract Builder maxConcurrentStreams(OptionalInt maxConcurrentStreams);

    /** See {@link HttpSettings#http2KeepAlive()}. */
    public abstract Builder http2KeepAlive(Http2Keepalive http2KeepAlive);

    /** See {@link HttpSettings#http2KeepAlive()}; empty clears it. */
    public abstract Builder http2KeepAlive(Optional<Http2Keepalive> http2KeepAlive);

    /** Builds the value. */
    public abstract HttpSettings build();
  }
}
