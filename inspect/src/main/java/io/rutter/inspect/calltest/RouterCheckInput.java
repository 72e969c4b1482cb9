// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.OptionalLong;

/** A request to a route configuration (Envoy: {@code ValidationInput}). */
@AutoValue
public abstract class RouterCheckInput {
  RouterCheckInput() {}

  /** The authority. */
  public abstract String authority();

  /** Path and query. */
  public abstract String path();

  /** The method. */
  public abstract String method();

  /** What Envoy draws for fractions and weights. Absent: 0. */
  public abstract OptionalLong randomValue();

  /** Whether the client uses TLS. */
  public abstract boolean ssl();

  /** Whether the request counts as internal: it has the header {@code x-envoy-internal: true}. */
  public abstract boolean internal();

  /**
   * The runtime key that is on: routes with this key match their fraction of requests. Absent:
   * none, so that no route with a runtime fraction matches.
   */
  public abstract Optional<String> runtime();

  /** Other headers of the request. */
  public abstract ImmutableListMultimap<String, String> additionalRequestHeaders();

  /** Headers of the response. */
  public abstract ImmutableListMultimap<String, String> additionalResponseHeaders();

  /**
   * Metadata of the request, each as the message {@code Metadata} of Envoy's filter {@code
   * set_metadata} in JSON.
   */
  public abstract ImmutableList<ImmutableMap<String, Object>> dynamicMetadata();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_RouterCheckInput.Builder()
        .ssl(false)
        .internal(false)
        .additionalRequestHeaders(ImmutableListMultimap.of())
        .additionalResponseHeaders(ImmutableListMultimap.of())
        .dynamicMetadata(ImmutableList.of());
  }

  /**
   * Builds a {@link RouterCheckInput}; required: {@code authority}, {@code path}, {@code method}.
   */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link RouterCheckInput#authority()}. */
    public abstract Builder authority(String authority);

    /** See {@link RouterCheckInput#path()}. */
    public abstract Builder path(String path);

    /** See {@link RouterCheckInput#method()}. */
    public abstract Builder method(String method);

    /** See {@link RouterCheckInput#randomValue()}. */
    public abstract Builder randomValue(long randomValue);

    /** See {@link RouterCheckInput#randomValue()}; empty clears it. */
    public abstract Builder randomValue(OptionalLong randomValue);

    /** See {@link RouterCheckInput#ssl()}. */
    public abstract Builder ssl(boolean ssl);

    /** See {@link RouterCheckInput#internal()}. */
    public abstract Builder internal(boolean internal);

    /** See {@link RouterCheckInput#runtime()}. */
    public abstract Builder runtime(String runtime);

    /** See {@link RouterCheckInput#runtime()}; empty clears it. */
    public abstract Builder runtime(Optional<String> runtime);

    /** See {@link RouterCheckInput#additionalRequestHeaders()}. */
    public abstract Builder additionalRequestHeaders(
        ImmutableListMultimap<String, String> additionalRequestHeaders);

    /** See {@link RouterCheckInput#additionalResponseHeaders()}. */
    public abstract Builder additionalResponseHeaders(
        ImmutableListMultimap<String, String> additionalResponseHeaders);

    /** See {@link RouterCheckInput#dynamicMetadata()}. */
    public abstract Builder dynamicMetadata(
        ImmutableList<ImmutableMap<String, Object>> dynamicMetadata);

    /** Builds the value. */
    public abstract RouterCheckInput build();
  }
}
