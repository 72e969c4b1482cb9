// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import io.rutter.model.Percent;
import java.util.Optional;

/**
 * A destination that gets copies of requests; its responses are ignored. Istio reference:
 * HTTPMirrorPolicy.
 */
@AutoValue
public abstract class Mirror {
  Mirror() {}

  /** Where the copies go. */
  public abstract Destination destination();

  /** Percentage of requests to copy, 0 to 100; 0 means none. Absent: all requests. */
  public abstract Optional<Percent> percentage();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Mirror.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Mirror}; required: {@code destination}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Mirror#destination()}. */
    public abstract Builder destination(Destination destination);

    /** See {@link Mirror#percentage()}. */
    public abstract Builder percentage(Percent percentage);

    /** See {@link Mirror#percentage()}; empty clears it. */
    public abstract Builder percentage(Optional<Percent> percentage);

    /** Builds the value. */
    public abstract Mirror build();
  }
}
