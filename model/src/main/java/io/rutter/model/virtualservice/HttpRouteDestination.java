// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;

/** One destination of an HTTP rule with its weight. Istio reference: HTTPRouteDestination. */
@AutoValue
public abstract class HttpRouteDestination {
  HttpRouteDestination() {}

  /** The destination. */
  public abstract Destination destination();

  /**
   * Share of the requests relative to the sum of all weights, at least 0. Absent or 0: no requests,
   * except that a lone destination gets all.
   */
  public abstract OptionalInt weight();

  /**
   * Header changes for this destination only, made in addition to those of the rule. Absent: none.
   */
  public abstract Optional<Headers> headers();

  /** The only destination of a rule. */
  public static HttpRouteDestination of(Destination destination) {
    return builder().destination(destination).build();
  }

  /** One of several destinations of a rule, with its share of the sum of all weights. */
  public static HttpRouteDestination of(Destination destination, int weight) {
    return builder().destination(destination).weight(weight).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HttpRouteDestination.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HttpRouteDestination}; required: {@code destination}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HttpRouteDestination#destination()}. */
    public abstract Builder destination(Destination destination);

    /** See {@link HttpRouteDestination#weight()}. */
    public abstract Builder weight(int weight);

    /** See {@link HttpRouteDestination#weight()}; empty clears it. */
    public abstract Builder weight(OptionalInt weight);

    /** See {@link HttpRouteDestination#headers()}. */
    public abstract Builder headers(Headers headers);

    /** See {@link HttpRouteDestination#headers()}; empty clears it. */
    public abstract Builder headers(Optional<Headers> headers);

    /** Builds the value. */
    public abstract HttpRouteDestination build();
  }
}
