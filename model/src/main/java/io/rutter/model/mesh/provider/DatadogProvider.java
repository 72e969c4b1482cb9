// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Traces to a Datadog agent (Istio reference: DatadogTracingProvider). */
@AutoValue
public abstract non-sealed class DatadogProvider implements ProviderKind {
  DatadogProvider() {}

  /**
   * Host of the agent, optionally as {@code namespace/host}. Required: an unknown service means no
   * tracing.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /**
   * Longest path written into a tag, in characters. Absent or 0: that of {@code
   * tracing.maxPathTagLength}, else Envoy's 256.
   */
  public abstract OptionalLong maxTagLength();

  @Override
  public final Kind kind() {
    return Kind.DATADOG;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DatadogProvider.Builder().service("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DatadogProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DatadogProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link DatadogProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link DatadogProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link DatadogProvider#maxTagLength()}. */
    public abstract Builder maxTagLength(long maxTagLength);

    /** See {@link DatadogProvider#maxTagLength()}; empty clears it. */
    public abstract Builder maxTagLength(OptionalLong maxTagLength);

    /** Builds the value. */
    public abstract DatadogProvider build();
  }
}
