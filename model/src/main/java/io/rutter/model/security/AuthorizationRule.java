// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Requests that a policy matches: those for which one of {@code from}, one of {@code to} and all of
 * {@code when} hold (Istio reference: Rule).
 */
@AutoValue
public abstract class AuthorizationRule {
  AuthorizationRule() {}

  /** Who calls. Empty: anyone. */
  public abstract ImmutableList<Source> from();

  /** What is asked for. Empty: anything. */
  public abstract ImmutableList<Operation> to();

  /** Further conditions. Empty: none. */
  public abstract ImmutableList<Condition> when();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_AuthorizationRule.Builder()
        .from(ImmutableList.of())
        .to(ImmutableList.of())
        .when(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link AuthorizationRule}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link AuthorizationRule#from()}. */
    public abstract Builder from(List<Source> from);

    /** See {@link AuthorizationRule#from()}. */
    public abstract Builder from(Source... from);

    /** See {@link AuthorizationRule#to()}. */
    public abstract Builder to(List<Operation> to);

    /** See {@link AuthorizationRule#to()}. */
    public abstract Builder to(Operation... to);

    /** See {@link AuthorizationRule#when()}. */
    public abstract Builder when(List<Condition> when);

    /** See {@link AuthorizationRule#when()}. */
    public abstract Builder when(Condition... when);

    /** Builds the value. */
    public abstract AuthorizationRule build();
  }
}
