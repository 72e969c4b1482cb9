// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import io.envoyproxy.envoy.config.core.v3.HttpService;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.tracers.opentelemetry.samplers.v3.DynatraceSamplerConfig;
import io.rutter.model.mesh.provider.DynatraceApi;
import io.rutter.model.mesh.provider.DynatraceSampler;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;

/**
 * Sampling decided by Dynatrace: {@code DynatraceSamplerConfig}. Without a service of its own, it
 * uses the exporter's. Istio document: Global Mesh Options, {@code DynatraceSampler}.
 */
final class DynatraceSamplerTranslator {
  private DynatraceSamplerTranslator() {}

  static Optional<TypedExtensionConfig> translate(
      ProxyScope scope,
      OpenTelemetryProvider provider,
      DynatraceSampler sampler,
      ExtensionProviders.Target exporter) {
    return (sampler.httpService().isPresent()
            ? sampler.httpService().flatMap(api -> ownApi(scope, api))
            : exporterApi(provider, exporter))
        .map(
            service ->
                TypedExtensionConfig.newBuilder()
                    .setName("envoy.tracers.opentelemetry.samplers.dynatrace")
                    .setTypedConfig(
                        Anys.pack(
                            DynatraceSamplerConfig.newBuilder()
                                .setTenant(sampler.tenant())
                                .setClusterId(sampler.clusterId().orElse(0))
                                .setRootSpansPerMinute((int) sampler.rootSpansPerMinute().orElse(0))
                                .setHttpService(service)
                                .build()))
                    .build());
  }

  private static Optional<HttpService> ownApi(ProxyScope scope, DynatraceApi api) {
    return ExtensionProviders.target(scope.mesh(), api.service(), api.port())
        .map(
            target ->
                TracingHttpServices.of(
                    TracingHttpServices.join(target.hostname(), api.http().path()),
                    target.cluster(),
                    api.http().timeout(),
                    api.http().headers()));
  }

  private static Optional<HttpService> exporterApi(
      OpenTelemetryProvider provider, ExtensionProviders.Target exporter) {
    return provider
        .http()
        .map(
            http ->
                TracingHttpServices.of(
                    TracingHttpServices.join(exporter.hostname(), "api/v2/samplingConfiguration"),
                    exporter.cluster(),
                    http.timeout(),
                    http.headers()));
  }
}
