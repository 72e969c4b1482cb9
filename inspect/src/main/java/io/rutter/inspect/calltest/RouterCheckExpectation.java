// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The expected result of a request (Envoy: {@code ValidationAssert}). An empty string means "none".
 */
@AutoValue
public abstract class RouterCheckExpectation {
  RouterCheckExpectation() {}

  /** Name of the cluster. */
  public abstract Optional<String> clusterName();

  /** Name of the virtual cluster. */
  public abstract Optional<String> virtualClusterName();

  /** Name of the virtual host, if a cluster receives the request. */
  public abstract Optional<String> virtualHostName();

  /** The authority as the cluster receives it. */
  public abstract Optional<String> hostRewrite();

  /** Path and query as the cluster receives them. */
  public abstract Optional<String> pathRewrite();

  /** The location of the redirect. */
  public abstract Optional<String> pathRedirect();

  /** The status of the redirect or direct response. */
  public abstract OptionalInt codeRedirect();

  /** Headers as the cluster receives them. */
  public abstract ImmutableListMultimap<String, String> requestHeaderFields();

  /** Headers of the response. */
  public abstract ImmutableListMultimap<String, String> responseHeaderFields();

  /** The timeout of the route. */
  public abstract Optional<Duration> timeout();

  /**
   * Strings in the metadata of the route, each with {@code namespace}, {@code key}, {@code value}.
   */
  public abstract ImmutableList<ImmutableMap<String, Object>> routeMetadata();

  /**
   * Conditions on headers as the cluster receives them, each as Envoy's {@code HeaderMatcher} in
   * JSON.
   */
  public abstract ImmutableList<ImmutableMap<String, Object>> requestHeaderMatches();

  /** Conditions on headers of the response, like {@code requestHeaderMatches}. */
  public abstract ImmutableList<ImmutableMap<String, Object>> responseHeaderMatches();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RouterCheckExpectation.Builder()
        .requestHeaderFields(ImmutableListMultimap.of())
        .responseHeaderFields(ImmutableListMultimap.of())
        .routeMetadata(ImmutableList.of())
        .requestHeaderMatches(ImmutableList.of())
        .responseHeaderMatches(ImmutableList.of());
  }

  /** Builds a {@link RouterCheckExpectation}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RouterCheckExpectation#clusterName()}. */
    public abstract Builder clusterName(String clusterName);

    /** See {@link RouterCheckExpectation#clusterName()}; empty clears it. */
    public abstract Builder clusterName(Optional<String> clusterName);

    /** See {@link RouterCheckExpectation#virtualClusterName()}. */
    public abstract Builder virtualClusterName(String virtualClusterName);

    /** See {@link RouterCheckExpectation#virtualClusterName()}; empty clears it. */
    public abstract Builder virtualClusterName(Optional<String> virtualClusterName);

    /** See {@link RouterCheckExpectation#virtualHostName()}. */
    public abstract Builder virtualHostName(String virtualHostName);

    /** See {@link RouterCheckExpectation#virtualHostName()}; empty clears it. */
    public abstract Builder virtualHostName(Optional<String> virtualHostName);

    /** See {@link RouterCheckExpectation#hostRewrite()}. */
    public abstract Builder hostRewrite(String hostRewrite);

    /** See {@link RouterCheckExpectation#hostRewrite()}; empty clears it. */
    public abstract Builder hostRewrite(Optional<String> hostRewrite);

    /** See {@link RouterCheckExpectation#pathRewrite()}. */
    public abstract Builder pathRewrite(String pathRewrite);

    /** See {@link RouterCheckExpectation#pathRewrite()}; empty clears it. */
    public abstract Builder pathRewrite(Optional<String> pathRewrite);

    /** See {@link RouterCheckExpectation#pathRedirect()}. */
    public abstract Builder pathRedirect(String pathRedirect);

    /** See {@link RouterCheckExpectation#pathRedirect()}; empty clears it. */
    public abstract Builder pathRedirect(Optional<String> pathRedirect);

    /** See {@link RouterCheckExpectation#codeRedirect()}. */
    public abstract Builder codeRedirect(int codeRedirect);

    /** See {@link RouterCheckExpectation#codeRedirect()}; empty clears it. */
    public abstract Builder codeRedirect(OptionalInt codeRedirect);

    /** See {@link RouterCheckExpectation#requestHeaderFields()}. */
    public abstract Builder requestHeaderFields(
        ImmutableListMultimap<String, String> requestHeaderFields);

    /** See {@link RouterCheckExpectation#responseHeaderFields()}. */
    public abstract Builder responseHeaderFields(
        ImmutableListMultimap<String, String> responseHeaderFields);

    /** See {@link RouterCheckExpectation#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link RouterCheckExpectation#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link RouterCheckExpectation#routeMetadata()}. */
    public abstract Builder routeMetadata(
        ImmutableList<ImmutableMap<String, Object>> routeMetadata);

    /** See {@link RouterCheckExpectation#requestHeaderMatches()}. */
    public abstract Builder requestHeaderMatches(
        ImmutableList<ImmutableMap<String, Object>> requestHeaderMatches);

    /** See {@link RouterCheckExpectation#responseHeaderMatches()}. */
    public abstract Builder responseHeaderMatches(
        ImmutableList<ImmutableMap<String, Object>> responseHeaderMatches);

    /** Builds the value. */
    public abstract RouterCheckExpectation build();
  }
}
