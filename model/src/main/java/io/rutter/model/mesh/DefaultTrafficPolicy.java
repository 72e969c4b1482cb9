// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.OutlierDetection;
import java.util.Optional;

/** Baseline of outbound clusters (Istio reference: MeshConfig.DefaultTrafficPolicy). */
@AutoValue
public abstract class DefaultTrafficPolicy {
  DefaultTrafficPolicy() {}

  /**
   * Connection limits where the destination rule has none; also for the passthrough cluster.
   * Absent: built-in defaults.
   */
  public abstract Optional<ConnectionPool> connectionPool();

  /**
   * Outlier detection where the destination rule has none; does not switch on locality priorities.
   * Absent: off.
   */
  public abstract Optional<OutlierDetection> outlierDetection();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DefaultTrafficPolicy.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DefaultTrafficPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DefaultTrafficPolicy#connectionPool()}. */
    public abstract Builder connectionPool(ConnectionPool connectionPool);

    /** See {@link DefaultTrafficPolicy#connectionPool()}; empty clears it. */
    public abstract Builder connectionPool(Optional<ConnectionPool> connectionPool);

    /** See {@link DefaultTrafficPolicy#outlierDetection()}. */
    public abstract Builder outlierDetection(OutlierDetection outlierDetection);

    /** See {@link DefaultTrafficPolicy#outlierDetection()}; empty clears it. */
    public abstract Builder outlierDetection(Optional<OutlierDetection> outlierDetection);

    /** Builds the value. */
    public abstract DefaultTrafficPolicy build();
  }
}
