// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Faults to inject into requests, a delay or an abort or both, independent of each other. Istio
 * reference: HTTPFaultInjection.
 */
@AutoValue
public abstract class Fault {
  Fault() {}

  /** Delay before forwarding. Absent: none; an abort is then required. */
  public abstract Optional<FaultDelay> delay();

  /** Answer with an error instead of forwarding. Absent: none; a delay is then required. */
  public abstract Optional<FaultAbort> abort();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Fault.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Fault}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Fault#delay()}. */
    public abstract Builder delay(FaultDelay delay);

    /** See {@link Fault#delay()}; empty clears it. */
    public abstract Builder delay(Optional<FaultDelay> delay);

    /** See {@link Fault#abort()}. */
    public abstract Builder abort(FaultAbort abort);

    /** See {@link Fault#abort()}; empty clears it. */
    public abstract Builder abort(Optional<FaultAbort> abort);

    /** Builds the value. */
    public abstract Fault build();
  }
}
