// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * A header that is off by default (Istio reference: ProxyConfig.ProxyHeaders). Also mirrors
 * XForwardedPort.
 */
@AutoValue
public abstract class OptInHeader {
  OptInHeader() {}

  /** Whether the header is added. Absent: false. */
  public abstract Optional<Boolean> enabled();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OptInHeader.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link OptInHeader}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OptInHeader#enabled()}. */
    public abstract Builder enabled(boolean enabled);

    /** See {@link OptInHeader#enabled()}; empty clears it. */
    public abstract Builder enabled(Optional<Boolean> enabled);

    /** Builds the value. */
    public abstract OptInHeader build();
  }
}
