// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.provider.DatadogProvider;
import io.rutter.model.mesh.provider.SkywalkingProvider;
import io.rutter.model.mesh.provider.ZipkinProvider;
import io.rutter.model.mesh.provider.ZipkinTraceContext;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads the tracing providers other than OpenTelemetry. */
final class TracingProviderReader {
  private TracingProviderReader() {}

  /** Istio: {@code MeshConfig.ExtensionProvider.ZipkinTracingProvider}. */
  static ZipkinProvider zipkinProvider(ObjectNode in) {
    ZipkinProvider.Builder provider = ZipkinProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.uint32("maxTagLength").ifPresent(provider::maxTagLength);
    provider.enable64bitTraceId(in.bool("enable64bitTraceId"));
    in.string("path").ifPresent(provider::path);
    in.enumValue("traceContextOption", ZipkinTraceContext.class)
        .ifPresent(provider::traceContextOption);
    in.duration("timeout").ifPresent(provider::timeout);
    provider.headers(in.objects("headers", ProviderServiceReader::providerHeader));
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.DatadogTracingProvider}. */
  static DatadogProvider datadogProvider(ObjectNode in) {
    DatadogProvider.Builder provider = DatadogProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.uint32("maxTagLength").ifPresent(provider::maxTagLength);
    return provider.build();
  }

  /** Istio: {@code MeshConfig.ExtensionProvider.SkyWalkingTracingProvider}. */
  static SkywalkingProvider skywalkingProvider(ObjectNode in) {
    SkywalkingProvider.Builder provider = SkywalkingProvider.builder();
    provider.service(in.requiredString("service"));
    in.port("port").ifPresent(provider::port);
    in.ignore("Istio does not pass it on to Envoy", "accessToken");
    return provider.build();
  }
}
