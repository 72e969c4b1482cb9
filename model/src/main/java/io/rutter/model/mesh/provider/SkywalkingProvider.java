// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.OptionalInt;

/** Traces to SkyWalking (Istio reference: SkyWalkingTracingProvider). */
@AutoValue
public abstract non-sealed class SkywalkingProvider implements ProviderKind {
  SkywalkingProvider() {}

  /**
   * Host of the collector, optionally as {@code namespace/host}. Required: an unknown service means
   * no tracing.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  @Override
  public final Kind kind() {
    return Kind.SKYWALKING;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_SkywalkingProvider.Builder().service("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link SkywalkingProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link SkywalkingProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link SkywalkingProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link SkywalkingProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** Builds the value. */
    public abstract SkywalkingProvider build();
  }
}
