// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A header with its value (Istio reference: HttpHeader). */
@AutoValue
public abstract class ProviderHeader {
  ProviderHeader() {}

  /** Header name. Required: a missing name is an error. */
  public abstract String name();

  /** Source of the value. Absent: an empty value. */
  public abstract Optional<ProviderHeaderValue> headerValue();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ProviderHeader.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ProviderHeader}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ProviderHeader#name()}. */
    public abstract Builder name(String name);

    /** See {@link ProviderHeader#headerValue()}. */
    public abstract Builder headerValue(ProviderHeaderValue headerValue);

    /** See {@link ProviderHeader#headerValue()}; empty clears it. */
    public abstract Builder headerValue(Optional<ProviderHeaderValue> headerValue);

    /** Builds the value. */
    public abstract ProviderHeader build();
  }
}
