// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;

/**
 * HTTP/2 PING frames that test whether a connection is alive; both parts are needed. Istio
 * reference: ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive.
 */
@AutoValue
public abstract class Http2Keepalive {
  Http2Keepalive() {}

  /** Time between PING frames, required. Absent: invalid. */
  public abstract Optional<Duration> interval();

  /** Time to wait for an answer before the connection is closed, required. Absent: invalid. */
  public abstract Optional<Duration> timeout();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Http2Keepalive.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Http2Keepalive}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Http2Keepalive#interval()}. */
    public abstract Builder interval(Duration interval);

    /** See {@link Http2Keepalive#interval()}; empty clears it. */
    public abstract Builder interval(Optional<Duration> interval);

    /** See {@link Http2Keepalive#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link Http2Keepalive#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** Builds the value. */
    public abstract Http2Keepalive build();
  }
}
