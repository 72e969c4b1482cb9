// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import io.rutter.model.Percent;
import java.util.Optional;

/** Answers a fraction of requests with an error. Istio reference: HTTPFaultInjection.Abort. */
@AutoValue
public abstract class FaultAbort {
  FaultAbort() {}

  /** The error to answer with. Absent: nothing is aborted. */
  public abstract Optional<FaultAbortError> error();

  /** Percentage of requests to abort, 0 or 0.0001 to 100. Absent: no request is aborted. */
  public abstract Optional<Percent> percentage();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_FaultAbort.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link FaultAbort}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link FaultAbort#error()}. */
    public abstract Builder error(FaultAbortError error);

    /** See {@link FaultAbort#error()}; empty clears it. */
    public abstract Builder error(Optional<FaultAbortError> error);

    /** See {@link FaultAbort#percentage()}. */
    public abstract Builder percentage(Percent percentage);

    /** See {@link FaultAbort#percentage()}; empty clears it. */
    public abstract Builder percentage(Optional<Percent> percentage);

    /** Builds the value. */
    public abstract FaultAbort build();
  }
}
