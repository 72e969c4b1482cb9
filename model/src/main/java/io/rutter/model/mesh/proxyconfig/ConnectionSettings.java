// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Time limits and buffers of client connections (Istio reference: ProxyConfig.ConnectionSettings).
 * Negative numbers count as absent.
 */
@AutoValue
public abstract class ConnectionSettings {
  ConnectionSettings() {}

  /** Set of defaults for the other fields. Unset: SIDECAR, no defaults. */
  public abstract ConnectionProfile profile();

  /**
   * Soft limit of the buffer of a connection, in bytes. Absent: Envoy's; with EDGE on gateways
   * 32768.
   */
  public abstract OptionalInt listenerPerConnectionBufferLimitBytes();

  /**
   * Close a connection without requests after this time. Absent: Envoy's; with EDGE on gateways 1h.
   */
  public abstract Optional<Duration> httpIdleTimeout();

  /** Longest life of a connection. Absent: no limit. */
  public abstract Optional<Duration> httpMaxConnectionDuration();

  /** Grace time after the announcement that a connection closes. Absent: Envoy's. */
  public abstract Optional<Duration> httpDrainTimeout();

  /** Time limit for the whole request to arrive. Absent: none; with EDGE on gateways 5m. */
  public abstract Optional<Duration> httpRequestTimeout();

  /** Time limit for the request headers to arrive. Absent: none; with EDGE on gateways 60s. */
  public abstract Optional<Duration> httpRequestHeadersTimeout();

  /**
   * Close a stream without activity after this time. Absent: 0s, no limit; with EDGE on gateways
   * 5m.
   */
  public abstract Optional<Duration> httpStreamIdleTimeout();

  /** Longest life of a stream. Absent: no limit. */
  public abstract Optional<Duration> httpMaxStreamDuration();

  /** Streams at a time on an HTTP/2 connection. Absent: Envoy's; with EDGE on gateways 100. */
  public abstract OptionalInt httpMaxConcurrentStreams();

  /**
   * Initial flow control window of an HTTP/2 stream, in bytes. Range: 65535 to 2147483647; absent:
   * Envoy's; with EDGE on gateways 65536.
   */
  public abstract OptionalInt http2InitialStreamWindowSize();

  /**
   * Initial flow control window of an HTTP/2 connection, in bytes. Range: 65535 to 2147483647;
   * absent: Envoy's; with EDGE on gateways 1048576.
   */
  public abstract OptionalInt http2InitialConnectionWindowSize();

  /**
   * How header names with underscores are handled. Unset: allowed; with EDGE on gateways rejected.
   */
  public abstract HeadersWithUnderscoresAction httpHeadersWithUnderscoresAction();

  /**
   * Whether adjacent slashes of a path are merged; wins over the path normalisation of the mesh.
   * Absent: that one; with EDGE on gateways true.
   */
  public abstract Optional<Boolean> httpMergeSlashes();

  /**
   * Treatment of escaped slashes; wins over the path normalisation of the mesh. Unset: that one;
   * with EDGE on gateways UNESCAPE_AND_REDIRECT.
   */
  public abstract PathWithEscapedSlashesAction httpPathWithEscapedSlashesAction();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ConnectionSettings.Builder()
        .profile(ConnectionProfile.SIDECAR)
        .httpHeadersWithUnderscoresAction(
            HeadersWithUnderscoresAction.HEADERS_WITH_UNDERSCORES_UNSPECIFIED)
        .httpPathWithEscapedSlashesAction(
            PathWithEscapedSlashesAction.PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ConnectionSettings}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ConnectionSettings#profile()}. */
    public abstract Builder profile(ConnectionProfile profile);

    /** See {@link ConnectionSettings#listenerPerConnectionBufferLimitBytes()}. */
    public abstract Builder listenerPerConnectionBufferLimitBytes(
        int listenerPerConnectionBufferLimitBytes);

    /** See {@link ConnectionSettings#listenerPerConnectionBufferLimitBytes()}; empty clears it. */
    public abstract Builder listenerPerConnectionBufferLimitBytes(
        OptionalInt listenerPerConnectionBufferLimitBytes);

    /** See {@link ConnectionSettings#httpIdleTimeout()}. */
    public abstract Builder httpIdleTimeout(Duration httpIdleTimeout);

    /** See {@link ConnectionSettings#httpIdleTimeout()}; empty clears it. */
    public abstract Builder httpIdleTimeout(Optional<Duration> httpIdleTimeout);

    /** See {@link ConnectionSettings#httpMaxConnectionDuration()}. */
    public abstract Builder httpMaxConnectionDuration(Duration httpMaxConnectionDuration);

    /** See {@link ConnectionSettings#httpMaxConnectionDuration()}; empty clears it. */
    public abstract Builder httpMaxConnectionDuration(Optional<Duration> httpMaxConnectionDuration);

    /** See {@link ConnectionSettings#httpDrainTimeout()}. */
    public abstract Builder httpDrainTimeout(Duration httpDrainTimeout);

    /** See {@link ConnectionSettings#httpDrainTimeout()}; empty clears it. */
    public abstract Builder httpDrainTimeout(Optional<Duration> httpDrainTimeout);

    /** See {@link ConnectionSettings#httpRequestTimeout()}. */
    public abstract Builder httpRequestTimeout(Duration httpRequestTimeout);

    /** See {@link ConnectionSettings#httpRequestTimeout()}; empty clears it. */
    public abstract Builder httpRequestTimeout(Optional<Duration> httpRequestTimeout);

    /** See {@link ConnectionSettings#httpRequestHeadersTimeout()}. */
    public abstract Builder httpRequestHeadersTimeout(Duration httpRequestHeadersTimeout);

    /** See {@link ConnectionSettings#httpRequestHeadersTimeout()}; empty clears it. */
    public abstract Builder httpRequestHeadersTimeout(Optional<Duration> httpRequestHeadersTimeout);

    /** See {@link ConnectionSettings#httpStreamIdleTimeout()}. */
    public abstract Builder httpStreamIdleTimeout(Duration httpStreamIdleTimeout);

    /** See {@link ConnectionSettings#httpStreamIdleTimeout()}; empty clears it. */
    public abstract Builder httpStreamIdleTimeout(Optional<Duration> httpStreamIdleTimeout);

    /** See {@link ConnectionSettings#httpMaxStreamDuration()}. */
    public abstract Builder httpMaxStreamDuration(Duration httpMaxStreamDuration);

    /** See {@link ConnectionSettings#httpMaxStreamDuration()}; empty clears it. */
    public abstract Builder httpMaxStreamDuration(Optional<Duration> httpMaxStreamDuration);

    /** See {@link ConnectionSettings#httpMaxConcurrentStreams()}. */
    public abstract Builder httpMaxConcurrentStreams(int httpMaxConcurrentStreams);

    /** See {@link ConnectionSettings#httpMaxConcurrentStreams()}; empty clears it. */
    public abstract Builder httpMaxConcurrentStreams(OptionalInt httpMaxConcurrentStreams);

    /** See {@link ConnectionSettings#http2InitialStreamWindowSize()}. */
    public abstract Builder http2InitialStreamWindowSize(int http2InitialStreamWindowSize);

    /** See {@link ConnectionSettings#http2InitialStreamWindowSize()}; empty clears it. */
    public abstract Builder http2InitialStreamWindowSize(OptionalInt http2InitialStreamWindowSize);

    /** See {@link ConnectionSettings#http2InitialConnectionWindowSize()}. */
    public abstract Builder http2InitialConnectionWindowSize(int http2InitialConnectionWindowSize);

    /** See {@link ConnectionSettings#http2InitialConnectionWindowSize()}; empty clears it. */
    public abstract Builder http2InitialConnectionWindowSize(
        OptionalInt http2InitialConnectionWindowSize);

    /** See {@link ConnectionSettings#httpHeadersWithUnderscoresAction()}. */
    public abstract Builder httpHeadersWithUnderscoresAction(
        HeadersWithUnderscoresAction httpHeadersWithUnderscoresAction);

    /** See {@link ConnectionSettings#httpMergeSlashes()}. */
    public abstract Builder httpMergeSlashes(boolean httpMergeSlashes);

    /** See {@link ConnectionSettings#httpMergeSlashes()}; empty clears it. */
    public abstract Builder httpMergeSlashes(Optional<Boolean> httpMergeSlashes);

    /** See {@link ConnectionSettings#httpPathWithEscapedSlashesAction()}. */
    public abstract Builder httpPathWithEscapedSlashesAction(
        PathWithEscapedSlashesAction httpPathWithEscapedSlashesAction);

    /** Builds the value. */
    public abstract ConnectionSettings build();
  }
}
