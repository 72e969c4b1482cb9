// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A header in which a token is looked for (Istio reference: JWTHeader). */
@AutoValue
public abstract class JwtHeader {
  JwtHeader() {}

  /** The name of the header. Required. */
  public abstract String name();

  /** What stands before the token, with the space: {@code "Bearer "}. Absent: nothing. */
  public abstract Optional<String> prefix();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_JwtHeader.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link JwtHeader}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link JwtHeader#name()}. */
    public abstract Builder name(String name);

    /** See {@link JwtHeader#prefix()}. */
    public abstract Builder prefix(String prefix);

    /** See {@link JwtHeader#prefix()}; empty clears it. */
    public abstract Builder prefix(Optional<String> prefix);

    /** Builds the value. */
    public abstract JwtHeader build();
  }
}
