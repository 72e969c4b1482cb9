// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import static java.util.Objects.requireNonNull;

/** Kind of an extension provider (Istio reference: MeshConfig.ExtensionProvider). */
public sealed interface ProviderKind {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link ProviderKind}. */
  enum Kind {
    /** {@link Zipkin}. */
    ZIPKIN,
    /** {@link Datadog}. */
    DATADOG,
    /** {@link Skywalking}. */
    SKYWALKING,
    /** {@link OpenTelemetry}. */
    OPEN_TELEMETRY,
    /** {@link Prometheus}. */
    PROMETHEUS,
    /** {@link FileAccessLog}. */
    FILE_ACCESS_LOG,
    /** {@link HttpGrpcAccessLog}. */
    HTTP_GRPC_ACCESS_LOG,
    /** {@link TcpGrpcAccessLog}. */
    TCP_GRPC_ACCESS_LOG,
    /** {@link OpenTelemetryAccessLog}. */
    OPEN_TELEMETRY_ACCESS_LOG,
    /** {@link Sds}. */
    SDS
  }

  /**
   * Traces to a Zipkin collector.
   *
   * @param value what {@code zipkin} holds
   */
  record Zipkin(ZipkinProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public Zipkin {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.ZIPKIN;
    }
  }

  /**
   * Traces to a Datadog agent.
   *
   * @param value what {@code datadog} holds
   */
  record Datadog(DatadogProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public Datadog {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.DATADOG;
    }
  }

  /**
   * Traces to SkyWalking.
   *
   * @param value what {@code skywalking} holds
   */
  record Skywalking(SkywalkingProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public Skywalking {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.SKYWALKING;
    }
  }

  /**
   * Traces to an OpenTelemetry collector.
   *
   * @param value what {@code opentelemetry} holds
   */
  record OpenTelemetry(OpenTelemetryProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public OpenTelemetry {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.OPEN_TELEMETRY;
    }
  }

  /**
   * Metrics for Prometheus, made by a filter that only the Istio proxy has.
   *
   * @param value what {@code prometheus} holds
   */
  record Prometheus(PrometheusProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public Prometheus {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.PROMETHEUS;
    }
  }

  /**
   * Access logs to a file.
   *
   * @param value what {@code envoyFileAccessLog} holds
   */
  record FileAccessLog(FileAccessLogProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public FileAccessLog {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.FILE_ACCESS_LOG;
    }
  }

  /**
   * Access logs of HTTP requests to a gRPC service.
   *
   * @param value what {@code envoyHttpAls} holds
   */
  record HttpGrpcAccessLog(HttpGrpcAccessLogProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public HttpGrpcAccessLog {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.HTTP_GRPC_ACCESS_LOG;
    }
  }

  /**
   * Access logs of TCP connections to a gRPC service.
   *
   * @param value what {@code envoyTcpAls} holds
   */
  record TcpGrpcAccessLog(TcpGrpcAccessLogProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public TcpGrpcAccessLog {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.TCP_GRPC_ACCESS_LOG;
    }
  }

  /**
   * Access logs to an OpenTelemetry collector.
   *
   * @param value what {@code envoyOtelAls} holds
   */
  record OpenTelemetryAccessLog(OpenTelemetryAccessLogProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public OpenTelemetryAccessLog {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.OPEN_TELEMETRY_ACCESS_LOG;
    }
  }

  /**
   * Certificates from a secret service, for {@code sds://} credential names.
   *
   * @param value what {@code sds} holds
   */
  record Sds(SdsProvider value) implements ProviderKind {
    /** Checks that the value is not null. */
    public Sds {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.SDS;
    }
  }
}
