// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Limits and timeouts of the connections to a service, for tcp or http or both. Istio reference:
 * ConnectionPoolSettings.
 */
@AutoValue
public abstract class ConnectionPool {
  ConnectionPool() {}

  /** Settings for all connections. Absent: the defaults. */
  public abstract Optional<TcpSettings> tcp();

  /** Settings for HTTP connections. Absent: the defaults. */
  public abstract Optional<HttpSettings> http();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ConnectionPool.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ConnectionPool}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ConnectionPool#tcp()}. */
    public abstract Builder tcp(TcpSettings tcp);

    /** See {@link ConnectionPool#tcp()}; empty clears it. */
    public abstract Builder tcp(Optional<TcpSettings> tcp);

    /** See {@link ConnectionPool#http()}. */
    public abstract Builder http(HttpSettings http);

    /** See {@link ConnectionPool#http()}; empty clears it. */
    public abstract Builder http(Optional<HttpSettings> http);

    /** Builds the value. */
    public abstract ConnectionPool build();
  }
}
