// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** A further condition of a rule (Istio reference: Condition). */
@AutoValue
public abstract class Condition {
  Condition() {}

  /**
   * What is looked at, such as {@code request.headers[version]}, {@code source.ip}, {@code
   * destination.port} or {@code request.auth.claims[iss]}. Required.
   */
  public abstract String key();

  /**
   * Values of which one must be there. At least one of both lists must have one. Empty: not asked
   * for.
   */
  public abstract ImmutableList<String> values();

  /** Values of which none may be there. Empty: not asked for. */
  public abstract ImmutableList<String> notValues();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Condition.Builder()
        .key("")
        .values(ImmutableList.of())
        .notValues(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Condition}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Condition#key()}. */
    public abstract Builder key(String key);

    /** See {@link Condition#values()}. */
    public abstract Builder values(List<String> values);

    /** See {@link Condition#values()}. */
    public abstract Builder values(String... values);

    /** See {@link Condition#notValues()}. */
    public abstract Builder notValues(List<String> notValues);

    /** See {@link Condition#notValues()}. */
    public abstract Builder notValues(String... notValues);

    /** Builds the value. */
    public abstract Condition build();
  }
}
