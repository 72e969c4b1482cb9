// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A tag value from the proxy's environment (Istio reference: Tracing.Environment). */
@AutoValue
public abstract non-sealed class EnvironmentTag implements CustomTagSource {
  EnvironmentTag() {}

  /** Name of the variable. Required: a missing name is an error. */
  public abstract String name();

  /** Value when the variable is not set. Absent: the tag is left out then. */
  public abstract Optional<String> defaultValue();

  @Override
  public final Kind kind() {
    return Kind.ENVIRONMENT;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_EnvironmentTag.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link EnvironmentTag}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link EnvironmentTag#name()}. */
    public abstract Builder name(String name);

    /** See {@link EnvironmentTag#defaultValue()}. */
    public abstract Builder defaultValue(String defaultValue);

    /** See {@link EnvironmentTag#defaultValue()}; empty clears it. */
    public abstract Builder defaultValue(Optional<String> defaultValue);

    /** Builds the value. */
    public abstract EnvironmentTag build();
  }
}
