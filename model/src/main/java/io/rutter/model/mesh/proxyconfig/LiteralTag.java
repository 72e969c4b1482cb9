// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;

/** A fixed tag value (Istio reference: Tracing.Literal). */
@AutoValue
public abstract non-sealed class LiteralTag implements CustomTagSource {
  LiteralTag() {}

  /** The value. Required: a missing value is an error. */
  public abstract String value();

  @Override
  public final Kind kind() {
    return Kind.LITERAL;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_LiteralTag.Builder().value("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link LiteralTag}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link LiteralTag#value()}. */
    public abstract Builder value(String value);

    /** Builds the value. */
    public abstract LiteralTag build();
  }
}
