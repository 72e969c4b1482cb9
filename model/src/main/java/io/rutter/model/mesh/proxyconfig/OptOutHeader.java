// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * A header that is on by default (Istio reference: ProxyConfig.ProxyHeaders). Also mirrors
 * AttemptCount and EnvoyDebugHeaders.
 */
@AutoValue
public abstract class OptOutHeader {
  OptOutHeader() {}

  /** Whether the header is left out. Absent: false. */
  public abstract Optional<Boolean> disabled();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OptOutHeader.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link OptOutHeader}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OptOutHeader#disabled()}. */
    public abstract Builder disabled(boolean disabled);

    /** See {@link OptOutHeader#disabled()}; empty clears it. */
    public abstract Builder disabled(Optional<Boolean> disabled);

    /** Builds the value. */
    public abstract OptOutHeader build();
  }
}
