// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;

/** Turns on the Dynatrace detector by its presence (Istio reference: DynatraceResourceDetector). */
@AutoValue
public abstract class DynatraceResourceDetector {
  DynatraceResourceDetector() {}

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DynatraceResourceDetector.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DynatraceResourceDetector}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Builds the value. */
    public abstract DynatraceResourceDetector build();
  }
}
