// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import static java.util.Objects.requireNonNull;

/** Sampler of OpenTelemetry (Istio reference: OpenTelemetryTracingProvider). */
public sealed interface OpenTelemetrySampling {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link OpenTelemetrySampling}. */
  enum Kind {
    /** {@link Dynatrace}. */
    DYNATRACE
  }

  /**
   * The sampler of Dynatrace.
   *
   * @param value what {@code dynatraceSampler} holds
   */
  record Dynatrace(DynatraceSampler value) implements OpenTelemetrySampling {
    /** Checks that the value is not null. */
    public Dynatrace {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.DYNATRACE;
    }
  }
}
