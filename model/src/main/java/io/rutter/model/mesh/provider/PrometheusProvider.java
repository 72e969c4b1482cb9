// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;

/** Metrics for Prometheus; has no settings (Istio reference: PrometheusMetricsProvider). */
@AutoValue
public abstract non-sealed class PrometheusProvider implements ProviderKind {
  PrometheusProvider() {}

  @Override
  public final Kind kind() {
    return Kind.PROMETHEUS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_PrometheusProvider.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link PrometheusProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Builds the value. */
    public abstract PrometheusProvider build();
  }
}
