// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Sources of resource attributes (Istio reference: ResourceDetectors). */
@AutoValue
public abstract class ResourceDetectors {
  ResourceDetectors() {}

  /** Attributes from the environment of the proxy. Absent: not read. */
  public abstract Optional<EnvironmentResourceDetector> environment();

  /** Attributes from Dynatrace files. Absent: not read. */
  public abstract Optional<DynatraceResourceDetector> dynatrace();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ResourceDetectors.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ResourceDetectors}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ResourceDetectors#environment()}. */
    public abstract Builder environment(EnvironmentResourceDetector environment);

    /** See {@link ResourceDetectors#environment()}; empty clears it. */
    public abstract Builder environment(Optional<EnvironmentResourceDetector> environment);

    /** See {@link ResourceDetectors#dynatrace()}. */
    public abstract Builder dynatrace(DynatraceResourceDetector dynatrace);

    /** See {@link ResourceDetectors#dynatrace()}; empty clears it. */
    public abstract Builder dynatrace(Optional<DynatraceResourceDetector> dynatrace);

    /** Builds the value. */
    public abstract ResourceDetectors build();
  }
}
