// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service that decides about requests, asked by HTTP (Istio reference:
 * EnvoyExternalAuthorizationHttpProvider). Policies with the action CUSTOM name it.
 */
@AutoValue
public abstract non-sealed class ExtAuthzHttpProvider implements ProviderKind {
  ExtAuthzHttpProvider() {}

  /**
   * Host of the service, optionally as {@code namespace/host}. Required: with an unknown service
   * the policies that ask the provider deny.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** How long an answer may take. Absent: 600s. */
  public abstract Optional<Duration> timeout();

  /**
   * What is put before the path that the service is asked with; begins with a slash. Absent:
   * nothing.
   */
  public abstract Optional<String> pathPrefix();

  /** Whether a request is let in if the service does not answer, or with 5xx. Default: false. */
  public abstract boolean failOpen();

  /**
   * The status that a client gets if the service does not answer, a number of three digits. Absent:
   * 403.
   */
  public abstract Optional<String> statusOnError();

  /** Deprecated: as {@code includeRequestHeadersInCheck}, which counts if both are set. */
  public abstract ImmutableList<String> includeHeadersInCheck();

  /**
   * Headers of the request that the service gets. Exact, {@code prefix*} or {@code *suffix}. Empty:
   * only host, method, path and length.
   */
  public abstract ImmutableList<String> includeRequestHeadersInCheck();

  /** Further headers that the service gets, by name. Empty: none. */
  public abstract ImmutableMap<String, String> includeAdditionalHeadersInCheck();

  /** How much of the body the service gets. Absent: nothing. */
  public abstract Optional<ExtAuthzRequestBody> includeRequestBodyInCheck();

  /**
   * Headers of the answer that replace those of a request that is let in. Exact, {@code prefix*} or
   * {@code *suffix}. Empty: none.
   */
  public abstract ImmutableList<String> headersToUpstreamOnAllow();

  /**
   * Headers of the answer that a client gets who is denied. Exact, {@code prefix*} or {@code
   * *suffix}. Empty: all but the host.
   */
  public abstract ImmutableList<String> headersToDownstreamOnDeny();

  /**
   * Headers of the answer that a client gets who is let in. Exact, {@code prefix*} or {@code
   * *suffix}. Empty: none.
   */
  public abstract ImmutableList<String> headersToDownstreamOnAllow();

  @Override
  public final Kind kind() {
    return Kind.EXT_AUTHZ_HTTP;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ExtAuthzHttpProvider.Builder()
        .service("")
        .failOpen(false)
        .includeHeadersInCheck(ImmutableList.of())
        .includeRequestHeadersInCheck(ImmutableList.of())
        .includeAdditionalHeadersInCheck(ImmutableMap.of())
        .headersToUpstreamOnAllow(ImmutableList.of())
        .headersToDownstreamOnDeny(ImmutableList.of())
        .headersToDownstreamOnAllow(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link ExtAuthzHttpProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ExtAuthzHttpProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link ExtAuthzHttpProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link ExtAuthzHttpProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link ExtAuthzHttpProvider#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link ExtAuthzHttpProvider#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link ExtAuthzHttpProvider#pathPrefix()}. */
    public abstract Builder pathPrefix(String pathPrefix);

    /** See {@link ExtAuthzHttpProvider#pathPrefix()}; empty clears it. */
    public abstract Builder pathPrefix(Optional<String> pathPrefix);

    /** See {@link ExtAuthzHttpProvider#failOpen()}. */
    public abstract Builder failOpen(boolean failOpen);

    /** See {@link ExtAuthzHttpProvider#statusOnError()}. */
    public abstract Builder statusOnError(String statusOnError);

    /** See {@link ExtAuthzHttpProvider#statusOnError()}; empty clears it. */
    public abstract Builder statusOnError(Optional<String> statusOnError);

    /** See {@link ExtAuthzHttpProvider#includeHeadersInCheck()}. */
    public abstract Builder includeHeadersInCheck(List<String> includeHeadersInCheck);

    /** See {@link ExtAuthzHttpProvider#includeHeadersInCheck()}. */
    public abstract Builder includeHeadersInCheck(String... includeHeadersInCheck);

    /** See {@link ExtAuthzHttpProvider#includeRequestHeadersInCheck()}. */
    public abstract Builder includeRequestHeadersInCheck(List<String> includeRequestHeadersInCheck);

    /** See {@link ExtAuthzHttpProvider#includeRequestHeadersInCheck()}. */
    public abstract Builder includeRequestHeadersInCheck(String... includeRequestHeadersInCheck);

    /** See {@link ExtAuthzHttpProvider#includeAdditionalHeadersInCheck()}. */
    public abstract Builder includeAdditionalHeadersInCheck(
        Map<String, String> includeAdditionalHeadersInCheck);

    /** See {@link ExtAuthzHttpProvider#includeRequestBodyInCheck()}. */
    public abstract Builder includeRequestBodyInCheck(
        ExtAuthzRequestBody includeRequestBodyInCheck);

    /** See {@link ExtAuthzHttpProvider#includeRequestBodyInCheck()}; empty clears it. */
    public abstract Builder includeRequestBodyInCheck(
        Optional<ExtAuthzRequestBody> includeRequestBodyInCheck);

    /** See {@link ExtAuthzHttpProvider#headersToUpstreamOnAllow()}. */
    public abstract Builder headersToUpstreamOnAllow(List<String> headersToUpstreamOnAllow);

    /** See {@link ExtAuthzHttpProvider#headersToUpstreamOnAllow()}. */
    public abstract Builder headersToUpstreamOnAllow(String... headersToUpstreamOnAllow);

    /** See {@link ExtAuthzHttpProvider#headersToDownstreamOnDeny()}. */
    public abstract Builder headersToDownstreamOnDeny(List<String> headersToDownstreamOnDeny);

    /** See {@link ExtAuthzHttpProvider#headersToDownstreamOnDeny()}. */
    public abstract Builder headersToDownstreamOnDeny(String... headersToDownstreamOnDeny);

    /** See {@link ExtAuthzHttpProvider#headersToDownstreamOnAllow()}. */
    public abstract Builder headersToDownstreamOnAllow(List<String> headersToDownstreamOnAllow);

    /** See {@link ExtAuthzHttpProvider#headersToDownstreamOnAllow()}. */
    public abstract Builder headersToDownstreamOnAllow(String... headersToDownstreamOnAllow);

    /** Builds the value. */
    public abstract ExtAuthzHttpProvider build();
  }
}
