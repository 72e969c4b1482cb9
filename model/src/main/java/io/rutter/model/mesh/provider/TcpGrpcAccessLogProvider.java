// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Access logs of TCP connections to a gRPC service (Istio reference: EnvoyTcpGrpcV3LogProvider).
 */
@AutoValue
public abstract non-sealed class TcpGrpcAccessLogProvider implements ProviderKind {
  TcpGrpcAccessLogProvider() {}

  /**
   * Host of the service, optionally as {@code namespace/host}. Required: an unknown service means
   * no log.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /** Name of the log. Absent: {@code tcp_envoy_accesslog}. */
  public abstract Optional<String> logName();

  /** Filter state objects to log. Empty: {@code upstream_peer} and {@code downstream_peer}. */
  public abstract ImmutableList<String> filterStateObjectsToLog();

  @Override
  public final Kind kind() {
    return Kind.TCP_GRPC_ACCESS_LOG;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TcpGrpcAccessLogProvider.Builder()
        .service("")
        .filterStateObjectsToLog(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TcpGrpcAccessLogProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TcpGrpcAccessLogProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link TcpGrpcAccessLogProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link TcpGrpcAccessLogProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link TcpGrpcAccessLogProvider#logName()}. */
    public abstract Builder logName(String logName);

    /** See {@link TcpGrpcAccessLogProvider#logName()}; empty clears it. */
    public abstract Builder logName(Optional<String> logName);

    /** See {@link TcpGrpcAccessLogProvider#filterStateObjectsToLog()}. */
    public abstract Builder filterStateObjectsToLog(List<String> filterStateObjectsToLog);

    /** See {@link TcpGrpcAccessLogProvider#filterStateObjectsToLog()}. */
    public abstract Builder filterStateObjectsToLog(String... filterStateObjectsToLog);

    /** Builds the value. */
    public abstract TcpGrpcAccessLogProvider build();
  }
}
