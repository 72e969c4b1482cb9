// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.StringMatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which requests from other origins are allowed (cross-origin resource sharing). Istio reference:
 * CorsPolicy.
 */
@AutoValue
public abstract class CorsPolicy {
  CorsPolicy() {}

  /** Deprecated exact origins; only used when allowOrigins is empty. Empty: none. */
  public abstract ImmutableList<String> allowOrigin();

  /**
   * Conditions on the origin, one of which must hold; an allowed origin is returned as the caller
   * sent it. Empty: those of allowOrigin, else no origin is allowed.
   */
  public abstract ImmutableList<StringMatch> allowOrigins();

  /**
   * Methods named in {@code access-control-allow-methods}, joined by commas. Empty: an empty
   * string.
   */
  public abstract ImmutableList<String> allowMethods();

  /**
   * Headers named in {@code access-control-allow-headers}, joined by commas. Empty: an empty
   * string.
   */
  public abstract ImmutableList<String> allowHeaders();

  /**
   * Headers named in {@code access-control-expose-headers}, joined by commas. Empty: an empty
   * string.
   */
  public abstract ImmutableList<String> exposeHeaders();

  /**
   * How long a browser may keep the answer to a preflight request, in whole seconds. Absent: {@code
   * access-control-max-age} is not sent.
   */
  public abstract Optional<Duration> maxAge();

  /**
   * Whether the request may be made with credentials. Absent: {@code
   * access-control-allow-credentials} is not sent.
   */
  public abstract Optional<Boolean> allowCredentials();

  /**
   * How preflight requests from origins that are not allowed are handled. Absent: they are
   * forwarded.
   */
  public abstract UnmatchedPreflights unmatchedPreflights();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_CorsPolicy.Builder()
        .allowOrigin(ImmutableList.of())
        .allowOrigins(ImmutableList.of())
        .allowMethods(ImmutableList.of())
        .allowHeaders(ImmutableList.of())
        .exposeHeaders(ImmutableList.of())
        .unmatchedPreflights(UnmatchedPreflights.UNSPECIFIED);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link CorsPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CorsPolicy#allowOrigin()}. */
    public abstract Builder allowOrigin(List<String> allowOrigin);

    /** See {@link CorsPolicy#allowOrigin()}. */
    public abstract Builder allowOrigin(String... allowOrigin);

    /** See {@link CorsPolicy#allowOrigins()}. */
    public abstract Builder allowOrigins(List<StringMatch> allowOrigins);

    /** See {@link CorsPolicy#allowOrigins()}. */
    public abstract Builder allowOrigins(StringMatch... allowOrigins);

    /** See {@link CorsPolicy#allowMethods()}. */
    public abstract Builder allowMethods(List<String> allowMethods);

    /** See {@link CorsPolicy#allowMethods()}. */
    public abstract Builder allowMethods(String... allowMethods);

    /** See {@link CorsPolicy#allowHeaders()}. */
    public abstract Builder allowHeaders(List<String> allowHeaders);

    /** See {@link CorsPolicy#allowHeaders()}. */
    public abstract Builder allowHeaders(String... allowHeaders);

    /** See {@link CorsPolicy#exposeHeaders()}. */
    public abstract Builder exposeHeaders(List<String> exposeHeaders);

    /** See {@link CorsPolicy#exposeHeaders()}. */
    public abstract Builder exposeHeaders(String... exposeHeaders);

    /** See {@link CorsPolicy#maxAge()}. */
    public abstract Builder maxAge(Duration maxAge);

    /** See {@link CorsPolicy#maxAge()}; empty clears it. */
    public abstract Builder maxAge(Optional<Duration> maxAge);

    /** See {@link CorsPolicy#allowCredentials()}. */
    public abstract Builder allowCredentials(boolean allowCredentials);

    /** See {@link CorsPolicy#allowCredentials()}; empty clears it. */
    public abstract Builder allowCredentials(Optional<Boolean> allowCredentials);

    /** See {@link CorsPolicy#unmatchedPreflights()}. */
    public abstract Builder unmatchedPreflights(UnmatchedPreflights unmatchedPreflights);

    /** Builds the value. */
    public abstract CorsPolicy build();
  }
}
