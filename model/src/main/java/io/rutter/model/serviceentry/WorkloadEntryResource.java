// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

import com.google.auto.value.AutoValue;
import io.rutter.model.ObjectMeta;
import java.util.Optional;

/**
 * An endpoint as a configuration object, which service entries of the same namespace select by its
 * labels (Istio reference: Workload Entry).
 */
@AutoValue
public abstract class WorkloadEntryResource {
  WorkloadEntryResource() {}

  /** Name, namespace, creation time, labels and annotations. */
  public abstract ObjectMeta metadata();

  /** The endpoint; its fields are directly in the spec of the object. */
  public abstract WorkloadEntry spec();

  /**
   * The health that the Istio agent reports; unset: nothing yet. Only used for objects with the
   * annotation {@code proxy.istio.io/health-checks-enabled}.
   */
  public abstract Optional<Boolean> healthy();

  /** An object of which nothing is known beyond its spec. */
  public static WorkloadEntryResource of(ObjectMeta metadata, WorkloadEntry spec) {
    return builder().metadata(metadata).spec(spec).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_WorkloadEntryResource.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link WorkloadEntryResource}; required: {@code metadata}, {@code spec}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link WorkloadEntryResource#metadata()}. */
    public abstract Builder metadata(ObjectMeta metadata);

    /** See {@link WorkloadEntryResource#spec()}. */
    public abstract Builder spec(WorkloadEntry spec);

    /** See {@link WorkloadEntryResource#healthy()}. */
    public abstract Builder healthy(boolean healthy);

    /** See {@link WorkloadEntryResource#healthy()}; empty clears it. */
    public abstract Builder healthy(Optional<Boolean> healthy);

    /** Builds the value. */
    public abstract WorkloadEntryResource build();
  }
}
