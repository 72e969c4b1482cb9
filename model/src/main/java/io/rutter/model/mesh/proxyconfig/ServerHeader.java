// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** The header {@code server} of responses (Istio reference: ProxyConfig.ProxyHeaders.Server). */
@AutoValue
public abstract class ServerHeader {
  ServerHeader() {}

  /** Whether the header of the application is left as it is. Absent: false. */
  public abstract Optional<Boolean> disabled();

  /** Value of the header, unless disabled. Absent: the default name. */
  public abstract Optional<String> value();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServerHeader.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServerHeader}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServerHeader#disabled()}. */
    public abstract Builder disabled(boolean disabled);

    /** See {@link ServerHeader#disabled()}; empty clears it. */
    public abstract Builder disabled(Optional<Boolean> disabled);

    /** See {@link ServerHeader#value()}. */
    public abstract Builder value(String value);

    /** See {@link ServerHeader#value()}; empty clears it. */
    public abstract Builder value(Optional<String> value);

    /** Builds the value. */
    public abstract ServerHeader build();
  }
}
