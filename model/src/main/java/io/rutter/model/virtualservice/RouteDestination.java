// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.OptionalInt;

/** One destination of a TCP or TLS rule with its weight. Istio reference: RouteDestination. */
@AutoValue
public abstract class RouteDestination {
  RouteDestination() {}

  /** The destination. */
  public abstract Destination destination();

  /**
   * Share of the connections relative to the sum of all weights, at least 0. Absent or 0: no
   * connections, except that a lone destination gets all.
   */
  public abstract OptionalInt weight();

  /** The only destination of a rule. */
  public static RouteDestination of(Destination destination) {
    return builder().destination(destination).build();
  }

  /** One of several destinations of a rule, with its share of the sum of all weights. */
  public static RouteDestination of(Destination destination, int weight) {
    return builder().destination(destination).weight(weight).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RouteDestination.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RouteDestination}; required: {@code destination}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RouteDestination#destination()}. */
    public abstract Builder destination(Destination destination);

    /** See {@link RouteDestination#weight()}. */
    public abstract Builder weight(int weight);

    /** See {@link RouteDestination#weight()}; empty clears it. */
    public abstract Builder weight(OptionalInt weight);

    /** Builds the value. */
    public abstract RouteDestination build();
  }
}
