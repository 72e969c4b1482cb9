// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

/** What an {@link ExtensionProvider} is (Istio reference: MeshConfig.ExtensionProvider). */
public sealed interface ProviderKind
    permits DatadogProvider,
        ExtAuthzGrpcProvider,
        ExtAuthzHttpProvider,
        FileAccessLogProvider,
        HttpGrpcAccessLogProvider,
        OpenTelemetryAccessLogProvider,
        OpenTelemetryProvider,
        PrometheusProvider,
        SdsProvider,
        SkywalkingProvider,
        TcpGrpcAccessLogProvider,
        ZipkinProvider {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link ProviderKind}. */
  enum Kind {
    /** {@link ZipkinProvider}. */
    ZIPKIN,
    /** {@link DatadogProvider}. */
    DATADOG,
    /** {@link SkywalkingProvider}. */
    SKYWALKING,
    /** {@link OpenTelemetryProvider}. */
    OPEN_TELEMETRY,
    /** {@link PrometheusProvider}. */
    PROMETHEUS,
    /** {@link FileAccessLogProvider}. */
    FILE_ACCESS_LOG,
    /** {@link HttpGrpcAccessLogProvider}. */
    HTTP_GRPC_ACCESS_LOG,
    /** {@link TcpGrpcAccessLogProvider}. */
    TCP_GRPC_ACCESS_LOG,
    /** {@link OpenTelemetryAccessLogProvider}. */
    OPEN_TELEMETRY_ACCESS_LOG,
    /** {@link SdsProvider}. */
    SDS,
    /** {@link ExtAuthzHttpProvider}. */
    EXT_AUTHZ_HTTP,
    /** {@link ExtAuthzGrpcProvider}. */
    EXT_AUTHZ_GRPC
  }
}
