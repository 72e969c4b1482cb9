// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Traces to an OpenTelemetry collector (Istio reference: OpenTelemetryTracingProvider). HTTP wins
 * over gRPC.
 */
@AutoValue
public abstract non-sealed class OpenTelemetryProvider implements ProviderKind {
  OpenTelemetryProvider() {}

  /**
   * Host of the collector, optionally as {@code namespace/host}. Required: an unknown service means
   * no tracing.
   */
  public abstract String service();

  /** Service port. Range: 1 to 65535; absent is an error. */
  public abstract OptionalInt port();

  /**
   * Longest path written into a tag, in characters. Absent or 0: that of {@code
   * tracing.maxPathTagLength}, else Envoy's 256.
   */
  public abstract OptionalLong maxTagLength();

  /** Export over HTTP. Absent: export over gRPC. */
  public abstract Optional<ProviderHttpService> http();

  /** Details of the export over gRPC. Absent: defaults. */
  public abstract Optional<ProviderGrpcService> grpc();

  /** Sources of resource attributes. Absent: none. */
  public abstract Optional<ResourceDetectors> resourceDetectors();

  /** How the service name of spans is found. Unset: ISTIO_CANONICAL. */
  public abstract ServiceAttributeEnrichment serviceAttributeEnrichment();

  /**
   * Sampler of the tracer; with one, the random sampling is 100 percent. Absent: the sampling
   * percentage counts.
   */
  public abstract Optional<OpenTelemetrySampling> sampling();

  @Override
  public final Kind kind() {
    return Kind.OPEN_TELEMETRY;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OpenTelemetryProvider.Builder()
        .service("")
        .serviceAttributeEnrichment(ServiceAttributeEnrichment.ISTIO_CANONICAL);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link OpenTelemetryProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OpenTelemetryProvider#service()}. */
    public abstract Builder service(String service);

    /** See {@link OpenTelemetryProvider#port()}. */
    public abstract Builder port(int port);

    /** See {@link OpenTelemetryProvider#port()}; empty clears it. */
    public abstract Builder port(OptionalInt port);

    /** See {@link OpenTelemetryProvider#maxTagLength()}. */
    public abstract Builder maxTagLength(long maxTagLength);

    /** See {@link OpenTelemetryProvider#maxTagLength()}; empty clears it. */
    public abstract Builder maxTagLength(OptionalLong maxTagLength);

    /** See {@link OpenTelemetryProvider#http()}. */
    public abstract Builder http(ProviderHttpService http);

    /** See {@link OpenTelemetryProvider#http()}; empty clears it. */
    public abstract Builder http(Optional<ProviderHttpService> http);

    /** See {@link OpenTelemetryProvider#grpc()}. */
    public abstract Builder grpc(ProviderGrpcService grpc);

    /** See {@link OpenTelemetryProvider#grpc()}; empty clears it. */
    public abstract Builder grpc(Optional<ProviderGrpcService> grpc);

    /** See {@link OpenTelemetryProvider#resourceDetectors()}. */
    public abstract Builder resourceDetectors(ResourceDetectors resourceDetectors);

    /** See {@link OpenTelemetryProvider#resourceDetectors()}; empty clears it. */
    public abstract Builder resourceDetectors(Optional<ResourceDetectors> resourceDetectors);

    /** See {@link OpenTelemetryProvider#serviceAttributeEnrichment()}. */
    public abstract Builder serviceAttributeEnrichment(
        ServiceAttributeEnrichment serviceAttributeEnrichment);

    /** See {@link OpenTelemetryProvider#sampling()}. */
    public abstract Builder sampling(OpenTelemetrySampling sampling);

    /** See {@link OpenTelemetryProvider#sampling()}; empty clears it. */
    public abstract Builder sampling(Optional<OpenTelemetrySampling> sampling);

    /** Builds the value. */
    public abstract OpenTelemetryProvider build();
  }
}
