// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.trace.v3.DatadogConfig;
import io.envoyproxy.envoy.config.trace.v3.SkyWalkingConfig;
import io.envoyproxy.envoy.config.trace.v3.Tracing;
import io.rutter.model.mesh.provider.DatadogProvider;
import io.rutter.model.mesh.provider.OpenTelemetryProvider;
import io.rutter.model.mesh.provider.ProviderKind;
import io.rutter.model.mesh.provider.SkywalkingProvider;
import io.rutter.model.mesh.provider.ZipkinProvider;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.provider.GrpcServices;
import io.rutter.translator.internal.resolve.ProviderServices;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The tracer that a provider stands for: {@code Tracing.Http}. Absent where the provider cannot
 * trace or its service is unknown. Istio document: Global Mesh Options, {@code ExtensionProvider}.
 */
final class TracingProviders {
  /**
   * A tracer.
   *
   * @param provider the tracer
   * @param maxTagLength the maximal length of a path in a tag; 0 if unset
   * @param startsChildSpan whether the tracer needs a span of its own for the upstream request
   * @param samples whether the tracer itself decides which requests are traced
   */
  record Tracer(
      Tracing.Http provider, long maxTagLength, boolean startsChildSpan, boolean samples) {}

  private TracingProviders() {}

  static Optional<Tracer> of(ProxyScope scope, ProviderKind kind) {
    if (kind instanceof ZipkinProvider zipkin) {
      return tracer(
          scope,
          zipkin.service(),
          zipkin.port(),
          zipkin.maxTagLength(),
          "envoy.tracers.zipkin",
          target -> ZipkinProviderTranslator.translate(zipkin, target));
    }
    if (kind instanceof DatadogProvider datadog) {
      return tracer(
          scope,
          datadog.service(),
          datadog.port(),
          datadog.maxTagLength(),
          "envoy.tracers.datadog",
          target ->
              DatadogConfig.newBuilder()
                  .setCollectorCluster(target.cluster())
                  .setCollectorHostname(target.hostname())
                  .setServiceName(TracingServiceNames.istio(scope.proxy()))
                  .build());
    }
    if (kind instanceof SkywalkingProvider skywalking) {
      return tracer(
              scope,
              skywalking.service(),
              skywalking.port(),
              OptionalLong.empty(),
              "envoy.tracers.skywalking",
              target ->
                  SkyWalkingConfig.newBuilder().setGrpcService(GrpcServices.of(target)).build())
          .map(found -> new Tracer(found.provider(), 0, true, false));
    }
    if (kind instanceof OpenTelemetryProvider otel) {
      return tracer(
              scope,
              otel.service(),
              otel.port(),
              otel.maxTagLength(),
              "envoy.tracers.opentelemetry",
              target -> OpenTelemetryProviderTranslator.translate(scope, otel, target))
          .map(
              found ->
                  new Tracer(
                      found.provider(), found.maxTagLength(), false, otel.sampling().isPresent()));
    }
    return Optional.empty();
  }

  private static Optional<Tracer> tracer(
      ProxyScope scope,
      String service,
      OptionalInt port,
      OptionalLong maxTagLength,
      String name,
      Function<ExtensionProviders.Target, Message> config) {
    // Envoy rejects a tracer whose cluster is missing, unlike an access log.
    return scope
        .mesh()
        .providers()
        .find(service)
        .filter(found -> ProviderServices.hasPort(found, port))
        .map(found -> ExtensionProviders.target(found, port))
        .map(
            target ->
                new Tracer(
                    Tracing.Http.newBuilder()
                        .setName(name)
                        .setTypedConfig(Anys.pack(config.apply(target)))
                        .build(),
                    maxTagLength.orElse(0),
                    false,
                    false));
  }
}
