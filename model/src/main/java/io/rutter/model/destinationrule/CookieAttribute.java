// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * One more attribute of a generated cookie. Istio reference:
 * LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute.
 */
@AutoValue
public abstract class CookieAttribute {
  CookieAttribute() {}

  /** Name of the attribute, unique in the cookie. */
  public abstract String name();

  /** Value of the attribute. Absent: the attribute has a name only. */
  public abstract Optional<String> value();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_CookieAttribute.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link CookieAttribute}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CookieAttribute#name()}. */
    public abstract Builder name(String name);

    /** See {@link CookieAttribute#value()}. */
    public abstract Builder value(String value);

    /** See {@link CookieAttribute#value()}; empty clears it. */
    public abstract Builder value(Optional<String> value);

    /** Builds the value. */
    public abstract CookieAttribute build();
  }
}
