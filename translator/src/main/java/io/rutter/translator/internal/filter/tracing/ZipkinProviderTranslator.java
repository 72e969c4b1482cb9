// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import io.envoyproxy.envoy.config.trace.v3.ZipkinConfig;
import io.rutter.model.mesh.provider.ZipkinProvider;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.provider.ExtensionProviders;

/**
 * A Zipkin collector: {@code ZipkinConfig}. Defaults: {@code /api/v2/spans}, trace ids of 128 bits.
 * Timeout, headers and trace context option do not exist in the version of Envoy's API that is used
 * here. Istio document: Global Mesh Options, {@code ZipkinTracingProvider}.
 */
final class ZipkinProviderTranslator {
  private ZipkinProviderTranslator() {}

  static ZipkinConfig translate(ZipkinProvider provider, ExtensionProviders.Target target) {
    return ZipkinConfig.newBuilder()
        .setCollectorEndpointVersion(ZipkinConfig.CollectorEndpointVersion.HTTP_JSON)
        .setTraceId128Bit(!provider.enable64bitTraceId())
        .setSharedSpanContext(Wrappers.FALSE)
        .setCollectorCluster(target.cluster())
        .setCollectorHostname(target.hostname())
        .setCollectorEndpoint(provider.path().filter(p -> !p.isEmpty()).orElse("/api/v2/spans"))
        .build();
  }
}
