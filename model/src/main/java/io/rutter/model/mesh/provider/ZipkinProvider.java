// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Traces to a Zipkin collector (Istio reference: ZipkinTracingProvider). */
@AutoValue
public abstract non-sealed class ZipkinProvider implements ProviderKind {
  ZipkinProvider() {}

  /**
   * Host of the collector, optionally as {@code namespace/host}. Required: an unknown service means
   * no tracing.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /**
   * Longest path written into a tag, in characters. Absent or 0: that of {@code
   * tracing.maxPathTagLength}, else Envoy's 256.
   */
  public abstract OptionalLong maxTagLength();

  /** Whether trace ids have 64 bits. Default: false, 128 bits. */
  public abstract boolean enable64bitTraceId();

  /** Path of the collector. Absent: {@code /api/v2/spans}. */
  public abstract Optional<String> path();

  /** Headers that carry the trace context. Unset: USE_B3. */
  public abstract ZipkinTraceContext traceContextOption();

  /** Time limit of a request to the collector. Absent: 5s. */
  public abstract Optional<Duration> timeout();

  /** Headers added to requests to the collector. Empty: none. */
  public abstract ImmutableList<ProviderHeader> headers();

  @Override
  public final Kind kind() {
    return Kind.ZIPKIN;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ZipkinProvider.Builder()
        .service("")
        .enable64bitTraceId(false)
        .traceContextOption(ZipkinTraceContext.USE_B3)
        .headers(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ZipkinProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ZipkinProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link ZipkinProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link ZipkinProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link ZipkinProvider#maxTagLength()}. */
    public abstract Builder maxTagLength(long maxTagLength);

    /** See {@link ZipkinProvider#maxTagLength()}; empty clears it. */
    public abstract Builder maxTagLength(OptionalLong maxTagLength);

    /** See {@link ZipkinProvider#enable64bitTraceId()}. */
    public abstract Builder enable64bitTraceId(boolean enable64bitTraceId);

    /** See {@link ZipkinProvider#path()}. */
    public abstract Builder path(String path);

    /** See {@link ZipkinProvider#path()}; empty clears it. */
    public abstract Builder path(Optional<String> path);

    /** See {@link ZipkinProvider#traceContextOption()}. */
    public abstract Builder traceContextOption(ZipkinTraceContext traceContextOption);

    /** See {@link ZipkinProvider#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link ZipkinProvider#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link ZipkinProvider#headers()}. */
    public abstract Builder headers(List<ProviderHeader> headers);

    /** See {@link ZipkinProvider#headers()}. */
    public abstract Builder headers(ProviderHeader... headers);

    /** Builds the value. */
    public abstract ZipkinProvider build();
  }
}
