// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Sampling and tags of traces (Istio reference: Tracing). The tracer itself is chosen in the
 * bootstrap or by a provider.
 */
@AutoValue
public abstract class Tracing {
  Tracing() {}

  /** Tags added to spans, by name. Empty: none. */
  public abstract ImmutableMap<String, CustomTag> customTags();

  /** Longest path written into a tag, in characters. Absent or 0: 256, Envoy's default. */
  public abstract OptionalLong maxPathTagLength();

  /**
   * Percentage of requests that are traced; values above 100 are treated as 1. Range: 0 to 100;
   * absent or 0: 1.
   */
  public abstract OptionalDouble sampling();

  /** Whether spans carry the tags of Istio. Absent: true. */
  public abstract Optional<Boolean> enableIstioTags();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Tracing.Builder().customTags(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Tracing}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Tracing#customTags()}. */
    public abstract Builder customTags(Map<String, CustomTag> customTags);

    /** See {@link Tracing#maxPathTagLength()}. */
    public abstract Builder maxPathTagLength(long maxPathTagLength);

    /** See {@link Tracing#maxPathTagLength()}; empty clears it. */
    public abstract Builder maxPathTagLength(OptionalLong maxPathTagLength);

    /** See {@link Tracing#sampling()}. */
    public abstract Builder sampling(double sampling);

    /** See {@link Tracing#sampling()}; empty clears it. */
    public abstract Builder sampling(OptionalDouble sampling);

    /** See {@link Tracing#enableIstioTags()}. */
    public abstract Builder enableIstioTags(boolean enableIstioTags);

    /** See {@link Tracing#enableIstioTags()}; empty clears it. */
    public abstract Builder enableIstioTags(Optional<Boolean> enableIstioTags);

    /** Builds the value. */
    public abstract Tracing build();
  }
}
