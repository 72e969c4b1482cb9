// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings for all connections to a service, HTTP ones included. Istio reference:
 * ConnectionPoolSettings.TCPSettings.
 */
@AutoValue
public abstract class TcpSettings {
  TcpSettings() {}

  /**
   * Greatest number of connections, at least 0. Absent or 0: 4294967295, which is no limit in
   * practice.
   */
  public abstract OptionalInt maxConnections();

  /**
   * Time limit for opening a connection, in whole milliseconds, at least 1 ms. Absent: MeshConfig's
   * {@code connectTimeout}, which is 10 s unless changed.
   */
  public abstract Optional<Duration> connectTimeout();

  /** Keepalive probes. Absent: MeshConfig's {@code tcpKeepalive}, if any. */
  public abstract Optional<TcpKeepalive> tcpKeepalive();

  /**
   * Age at which a connection is closed, in whole milliseconds, at least 1 ms; TCP listeners read
   * it from the rule's own policy only. Absent: no limit.
   */
  public abstract Optional<Duration> maxConnectionDuration();

  /**
   * Time without traffic after which a connection is closed; 0s turns this off, and TCP listeners
   * read it from the rule's own policy only. Absent: the proxy's IDLE_TIMEOUT metadata, else 1
   * hour.
   */
  public abstract Optional<Duration> idleTimeout();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TcpSettings.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TcpSettings}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TcpSettings#maxConnections()}. */
    public abstract Builder maxConnections(int maxConnections);

    /** See {@link TcpSettings#maxConnections()}; empty clears it. */
    public abstract Builder maxConnections(OptionalInt maxConnections);

    /** See {@link TcpSettings#connectTimeout()}. */
    public abstract Builder connectTimeout(Duration connectTimeout);

    /** See {@link TcpSettings#connectTimeout()}; empty clears it. */
    public abstract Builder connectTimeout(Optional<Duration> connectTimeout);

    /** See {@link TcpSettings#tcpKeepalive()}. */
    public abstract Builder tcpKeepalive(TcpKeepalive tcpKeepalive);

    /** See {@link TcpSettings#tcpKeepalive()}; empty clears it. */
    public abstract Builder tcpKeepalive(Optional<TcpKeepalive> tcpKeepalive);

    /** See {@link TcpSettings#maxConnectionDuration()}. */
    public abstract Builder maxConnectionDuration(Duration maxConnectionDuration);

    /** See {@link TcpSettings#maxConnectionDuration()}; empty clears it. */
    public abstract Builder maxConnectionDuration(Optional<Duration> maxConnectionDuration);

    /** See {@link TcpSettings#idleTimeout()}. */
    public abstract Builder idleTimeout(Duration idleTimeout);

    /** See {@link TcpSettings#idleTimeout()}; empty clears it. */
    public abstract Builder idleTimeout(Optional<Duration> idleTimeout);

    /** Builds the value. */
    public abstract TcpSettings build();
  }
}
