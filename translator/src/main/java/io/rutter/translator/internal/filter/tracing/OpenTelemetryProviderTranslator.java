// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.trace.v3.OpenTelemetryConfig;
import io.envoyproxy.envoy.extensions.tracers.opentelemetry.resource_detectors.v3.DynatraceResourceDetectorConfig;
import io.envoyproxy.envoy.extensions.tracers.opentelemetry.resource_detectors.v3.EnvironmentResourceDetectorConfig;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.OpenTelemetrySampling;
import io.rutter.model.mesh.provider.ProviderGrpcService;
import io.rutter.model.mesh.provider.ProviderHttpService;
import io.rutter.model.mesh.provider.ResourceDetectors;
import io.rutter.model.mesh.provider.ServiceAttributeEnrichment;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.provider.GrpcServices;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * An OpenTelemetry collector: {@code OpenTelemetryConfig}. Default: gRPC. Istio document: Global
 * Mesh Options, {@code OpenTelemetryTracingProvider}.
 */
final class OpenTelemetryProviderTranslator {
  private OpenTelemetryProviderTranslator() {}

  static OpenTelemetryConfig translate(
      ProxyScope scope, OpenTelemetryProvider provider, ExtensionProviders.Target target) {
    OpenTelemetryConfig.Builder config =
        OpenTelemetryConfig.newBuilder()
            .setServiceName(
                followsConventions(provider)
                    ? TracingServiceNames.openTelemetry(scope.proxy())
                    : TracingServiceNames.istio(scope.proxy()))
            .addAllResourceDetectors(detectors(provider));
    if (provider.http().isPresent()) {
      ProviderHttpService http = provider.http().get();
      config.setHttpService(
          TracingHttpServices.of(
              TracingHttpServices.join(target.hostname(), http.path()),
              target.cluster(),
              http.timeout(),
              http.headers()));
    } else {
      config.setGrpcService(grpc(provider, target));
    }
    provider
        .sampling()
        .map(sampling -> ((OpenTelemetrySampling.Dynatrace) sampling).value())
        .flatMap(sampler -> DynatraceSamplerTranslator.translate(scope, provider, sampler, target))
        .ifPresent(config::setSampler);
    return config.build();
  }

  private static GrpcService grpc(
      OpenTelemetryProvider provider, ExtensionProviders.Target target) {
    GrpcService.Builder service = GrpcServices.of(target).toBuilder();
    provider
        .grpc()
        .flatMap(ProviderGrpcService::timeout)
        .map(Durations::of)
        .ifPresent(service::setTimeout);
    provider
        .grpc()
        .map(grpc -> TracingHttpServices.headers(grpc.initialMetadata()))
        .ifPresent(service::addAllInitialMetadata);
    return service.build();
  }

  private static ImmutableList<TypedExtensionConfig> detectors(OpenTelemetryProvider provider) {
    boolean environment =
        provider.resourceDetectors().flatMap(ResourceDetectors::environment).isPresent();
    ImmutableList.Builder<TypedExtensionConfig> detectors = ImmutableList.builder();
    if (environment) {
      detectors.add(
          detector("environment", EnvironmentResourceDetectorConfig.getDefaultInstance()));
    }
    if (provider.resourceDetectors().flatMap(ResourceDetectors::dynatrace).isPresent()) {
      detectors.add(detector("dynatrace", DynatraceResourceDetectorConfig.getDefaultInstance()));
    }
    if (!environment && followsConventions(provider)) {
      detectors.add(
          detector("environment", EnvironmentResourceDetectorConfig.getDefaultInstance()));
    }
    return detectors.build();
  }

  private static TypedExtensionConfig detector(String name, Message config) {
    return TypedExtensionConfig.newBuilder()
        .setName("envoy.tracers.opentelemetry.resource_detectors." + name)
        .setTypedConfig(Anys.pack(config))
        .build();
  }

  private static boolean followsConventions(OpenTelemetryProvider provider) {
    return provider.serviceAttributeEnrichment()
        == ServiceAttributeEnrichment.OTEL_SEMANTIC_CONVENTIONS;
  }
}
