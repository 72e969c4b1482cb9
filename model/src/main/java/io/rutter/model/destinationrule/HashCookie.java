// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cookie whose value is hashed. Istio reference:
 * LoadBalancerSettings.ConsistentHashLB.HTTPCookie.
 */
@AutoValue
public abstract class HashCookie {
  HashCookie() {}

  /** Name of the cookie. */
  public abstract String name();

  /** Path of a generated cookie. Absent: none. */
  public abstract Optional<String> path();

  /**
   * Lifetime of the cookie that is generated when a request has none; 0s makes a session cookie.
   * Absent: no cookie is generated.
   */
  public abstract Optional<Duration> ttl();

  /** More attributes of a generated cookie. Empty: none. */
  public abstract ImmutableList<CookieAttribute> attributes();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HashCookie.Builder().name("").attributes(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HashCookie}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HashCookie#name()}. */
    public abstract Builder name(String name);

    /** See {@link HashCookie#path()}. */
    public abstract Builder path(String path);

    /** See {@link HashCookie#path()}; empty clears it. */
    public abstract Builder path(Optional<String> path);

    /** See {@link HashCookie#ttl()}. */
    public abstract Builder ttl(Duration ttl);

    /** See {@link HashCookie#ttl()}; empty clears it. */
    public abstract Builder ttl(Optional<Duration> ttl);

    /** See {@link HashCookie#attributes()}. */
    public abstract Builder attributes(List<CookieAttribute> attributes);

    /** See {@link HashCookie#attributes()}. */
    public abstract Builder attributes(CookieAttribute... attributes);

    /** Builds the value. */
    public abstract HashCookie build();
  }
}
