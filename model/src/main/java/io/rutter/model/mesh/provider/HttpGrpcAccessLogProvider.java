// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Access logs of HTTP requests to a gRPC service (Istio reference: EnvoyHttpGrpcV3LogProvider). */
@AutoValue
public abstract non-sealed class HttpGrpcAccessLogProvider implements ProviderKind {
  HttpGrpcAccessLogProvider() {}

  /**
   * Host of the service, optionally as {@code namespace/host}. Required: an unknown service means
   * no log.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** Name of the log. Absent: {@code http_envoy_accesslog}. */
  public abstract Optional<String> logName();

  /** Filter state objects to log. Empty: {@code upstream_peer} and {@code downstream_peer}. */
  public abstract ImmutableList<String> filterStateObjectsToLog();

  /** Further request headers to log. Empty: none. */
  public abstract ImmutableList<String> additionalRequestHeadersToLog();

  /** Further response headers to log. Empty: none. */
  public abstract ImmutableList<String> additionalResponseHeadersToLog();

  /** Further response trailers to log. Empty: none. */
  public abstract ImmutableList<String> additionalResponseTrailersToLog();

  @Override
  public final Kind kind() {
    return Kind.HTTP_GRPC_ACCESS_LOG;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HttpGrpcAccessLogProvider.Builder()
        .service("")
        .filterStateObjectsToLog(ImmutableList.of())
        .additionalRequestHeadersToLog(ImmutableList.of())
        .additionalResponseHeadersToLog(ImmutableList.of())
        .additionalResponseTrailersToLog(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HttpGrpcAccessLogProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HttpGrpcAccessLogProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link HttpGrpcAccessLogProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link HttpGrpcAccessLogProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link HttpGrpcAccessLogProvider#logName()}. */
    public abstract Builder logName(String logName);

    /** See {@link HttpGrpcAccessLogProvider#logName()}; empty clears it. */
    public abstract Builder logName(Optional<String> logName);

    /** See {@link HttpGrpcAccessLogProvider#filterStateObjectsToLog()}. */
    public abstract Builder filterStateObjectsToLog(List<String> filterStateObjectsToLog);

    /** See {@link HttpGrpcAccessLogProvider#filterStateObjectsToLog()}. */
    public abstract Builder filterStateObjectsToLog(String... filterStateObjectsToLog);

    /** See {@link HttpGrpcAccessLogProvider#additionalRequestHeadersToLog()}. */
    public abstract Builder additionalRequestHeadersToLog(
        List<String> additionalRequestHeadersToLog);

    /** See {@link HttpGrpcAccessLogProvider#additionalRequestHeadersToLog()}. */
    public abstract Builder additionalRequestHeadersToLog(String... additionalRequestHeadersToLog);

    /** See {@link HttpGrpcAccessLogProvider#additionalResponseHeadersToLog()}. */
    public abstract Builder additionalResponseHeadersToLog(
        List<String> additionalResponseHeadersToLog);

    /** See {@link HttpGrpcAccessLogProvider#additionalResponseHeadersToLog()}. */
    public abstract Builder additionalResponseHeadersToLog(
        String... additionalResponseHeadersToLog);

    /** See {@link HttpGrpcAccessLogProvider#additionalResponseTrailersToLog()}. */
    public abstract Builder additionalResponseTrailersToLog(
        List<String> additionalResponseTrailersToLog);

    /** See {@link HttpGrpcAccessLogProvider#additionalResponseTrailersToLog()}. */
    public abstract Builder additionalResponseTrailersToLog(
        String... additionalResponseTrailersToLog);

    /** Builds the value. */
    public abstract HttpGrpcAccessLogProvider build();
  }
}
