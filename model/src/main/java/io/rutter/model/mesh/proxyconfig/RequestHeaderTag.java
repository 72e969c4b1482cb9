// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A tag value from a request header (Istio reference: Tracing.RequestHeader). */
@AutoValue
public abstract non-sealed class RequestHeaderTag implements CustomTagSource {
  RequestHeaderTag() {}

  /** Name of the header. Required: a missing name is an error. */
  public abstract String name();

  /** Value when the request lacks the header. Absent: the tag is left out then. */
  public abstract Optional<String> defaultValue();

  @Override
  public final Kind kind() {
    return Kind.HEADER;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RequestHeaderTag.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link RequestHeaderTag}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RequestHeaderTag#name()}. */
    public abstract Builder name(String name);

    /** See {@link RequestHeaderTag#defaultValue()}. */
    public abstract Builder defaultValue(String defaultValue);

    /** See {@link RequestHeaderTag#defaultValue()}; empty clears it. */
    public abstract Builder defaultValue(Optional<String> defaultValue);

    /** Builds the value. */
    public abstract RequestHeaderTag build();
  }
}
