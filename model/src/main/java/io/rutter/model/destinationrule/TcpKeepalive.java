// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * TCP keepalive probes on connections; an empty one turns them on with the system's values. Istio
 * reference: ConnectionPoolSettings.TCPSettings.TcpKeepalive. Each field that a rule leaves out is
 * taken from MeshConfig's {@code tcpKeepalive}.
 */
@AutoValue
public abstract class TcpKeepalive {
  TcpKeepalive() {}

  /**
   * Unanswered probes after which a connection is dead. Absent or 0: the mesh's value, else the
   * system's, which is 9 on Linux.
   */
  public abstract OptionalLong probes();

  /**
   * Idle time before the first probe, at least 1 ms and used in whole seconds. Absent: the mesh's
   * value, else the system's, which is 7200 s on Linux.
   */
  public abstract Optional<Duration> time();

  /**
   * Time between probes, at least 1 ms and used in whole seconds. Absent: the mesh's value, else
   * the system's, which is 75 s on Linux.
   */
  public abstract Optional<Duration> interval();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TcpKeepalive.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TcpKeepalive}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TcpKeepalive#probes()}. */
    public abstract Builder probes(long probes);

    /** See {@link TcpKeepalive#probes()}; empty clears it. */
    public abstract Builder probes(OptionalLong probes);

    /** See {@link TcpKeepalive#time()}. */
    public abstract Builder time(Duration time);

    /** See {@link TcpKeepalive#time()}; empty clears it. */
    public abstract Builder time(Optional<Duration> time);

    /** See {@link TcpKeepalive#interval()}. */
    public abstract Builder interval(Duration interval);

    /** See {@link TcpKeepalive#interval()}; empty clears it. */
    public abstract Builder interval(Optional<Duration> interval);

    /** Builds the value. */
    public abstract TcpKeepalive build();
  }
}
