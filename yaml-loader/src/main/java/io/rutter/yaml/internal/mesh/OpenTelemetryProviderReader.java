// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.provider.DynatraceApi;
import io.rutter.model.mesh.provider.DynatraceResourceDetector;
import io.rutter.model.mesh.provider.DynatraceSampler;
import io.rutter.model.mesh.provider.EnvironmentResourceDetector;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.OpenTelemetrySampling;
import io.rutter.model.mesh.provider.ResourceDetectors;
import io.rutter.model.mesh.provider.ServiceAttributeEnrichment;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link OpenTelemetryProvider}, which may ask Dynatrace for its sampling. */
final class OpenTelemetryProviderReader {
  private OpenTelemetryProviderReader() {}

  /** Istio: {@code MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider}. */
  static OpenTelemetryProvider openTelemetryProvider(ObjectNode in) {
    OpenTelemetryProvider.Builder provider = OpenTelemetryProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.uint32("maxTagLength").ifPresent(provider::maxTagLength);
    in.object("http", ProviderServiceReader::providerHttpService).ifPresent(provider::http);
    in.object("grpc", ProviderServiceReader::providerGrpcService).ifPresent(provider::grpc);
    in.object("resourceDetectors", OpenTelemetryProviderReader::resourceDetectors)
        .ifPresent(provider::resourceDetectors);
    in.enumValue("serviceAttributeEnrichment", ServiceAttributeEnrichment.class)
        .ifPresent(provider::serviceAttributeEnrichment);
    in.object("dynatraceSampler", OpenTelemetryProviderReader::dynatraceSampler)
        .map(OpenTelemetrySampling.Dynatrace::new)
        .ifPresent(provider::sampling);
    return provider.build();
  }

  private static ResourceDetectors resourceDetectors(ObjectNode in) {
    ResourceDetectors.Builder detectors = ResourceDetectors.builder();
    in.object("environment", unused -> EnvironmentResourceDetector.builder().build())
        .ifPresent(detectors::environment);
    in.object("dynatrace", unused -> DynatraceResourceDetector.builder().build())
        .ifPresent(detectors::dynatrace);
    return detectors.build();
  }

  private static DynatraceSampler dynatraceSampler(ObjectNode in) {
    DynatraceSampler.Builder sampler = DynatraceSampler.builder();
    sampler.tenant(in.requiredString("tenant"));
    in.int32("clusterId").ifPresent(sampler::clusterId);
    in.uint32("rootSpansPerMinute").ifPresent(sampler::rootSpansPerMinute);
    in.object("httpService", OpenTelemetryProviderReader::dynatraceApi)
        .ifPresent(sampler::httpService);
    return sampler.build();
  }

  private static DynatraceApi dynatraceApi(ObjectNode in) {
    DynatraceApi.Builder api = DynatraceApi.builder();
    api.service(in.requiredString("service"));
    in.port("port").ifPresent(api::port);
    api.http(in.requiredObject("http", ProviderServiceReader::providerHttpService));
    return api.build();
  }
}
