// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Sampler of Dynatrace (Istio reference: DynatraceSampler). */
@AutoValue
public abstract class DynatraceSampler {
  DynatraceSampler() {}

  /** Dynatrace tenant. Required: a missing tenant is an error. */
  public abstract String tenant();

  /** Dynatrace cluster id. Absent: 0. */
  public abstract OptionalInt clusterId();

  /**
   * Target number of root spans for each minute, when the API gives none. Absent or 0: the default
   * of Dynatrace.
   */
  public abstract OptionalLong rootSpansPerMinute();

  /** Where the sampling settings are read. Absent: the HTTP exporter of the provider. */
  public abstract Optional<DynatraceApi> httpService();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DynatraceSampler.Builder().tenant("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DynatraceSampler}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DynatraceSampler#tenant()}. */
    public abstract Builder tenant(String tenant);

    /** See {@link DynatraceSampler#clusterId()}. */
    public abstract Builder clusterId(int clusterId);

    /** See {@link DynatraceSampler#clusterId()}; empty clears it. */
    public abstract Builder clusterId(OptionalInt clusterId);

    /** See {@link DynatraceSampler#rootSpansPerMinute()}. */
    public abstract Builder rootSpansPerMinute(long rootSpansPerMinute);

    /** See {@link DynatraceSampler#rootSpansPerMinute()}; empty clears it. */
    public abstract Builder rootSpansPerMinute(OptionalLong rootSpansPerMinute);

    /** See {@link DynatraceSampler#httpService()}. */
    public abstract Builder httpService(DynatraceApi httpService);

    /** See {@link DynatraceSampler#httpService()}; empty clears it. */
    public abstract Builder httpService(Optional<DynatraceApi> httpService);

    /** Builds the value. */
    public abstract DynatraceSampler build();
  }
}
