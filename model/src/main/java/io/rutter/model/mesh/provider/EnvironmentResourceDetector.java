// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;

/**
 * Turns on the environment detector by its presence (Istio reference: EnvironmentResourceDetector).
 */
@AutoValue
public abstract class EnvironmentResourceDetector {
  EnvironmentResourceDetector() {}

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_EnvironmentResourceDetector.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link EnvironmentResourceDetector}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** Builds the value. */
    public abstract EnvironmentResourceDetector build();
  }
}
