// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.tracing;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.type.v3.Percent;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.mesh.proxyconfig.Tracing;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Which requests are traced and what their spans say: {@code HttpConnectionManager.Tracing}.
 * Default: one percent, with Istio's tags, to the tracer of the bootstrap. A default provider that
 * is unknown or cannot trace turns tracing off. Istio documents: ProxyConfig, {@code Tracing};
 * Global Mesh Options, {@code DefaultProviders}.
 */
public final class TracingTranslator {
  private static final double DEFAULT_SAMPLING = 1;

  private TracingTranslator() {}

  public static Optional<HttpConnectionManager.Tracing> translate(ProxyScope scope) {
    ImmutableList<String> providers =
        ExtensionProviders.defaults(scope.mesh(), DefaultProviders::tracing);
    if (!providers.isEmpty()) {
      return ExtensionProviders.find(scope.mesh(), providers.get(0))
          .flatMap(provider -> provider.provider())
          .flatMap(kind -> TracingProviders.of(scope, kind))
          .map(found -> withProvider(scope, found));
    }
    return scope.settings().config().enableTracing().orElse(true)
        ? Optional.of(common(scope, sampling(scope)).build())
        : Optional.empty();
  }

  private static HttpConnectionManager.Tracing withProvider(
      ProxyScope scope, TracingProviders.Tracer found) {
    HttpConnectionManager.Tracing.Builder tracing =
        common(scope, found.samples() ? 100 : sampling(scope)).setProvider(found.provider());
    if (found.maxTagLength() != 0) {
      tracing.setMaxPathTagLength(Wrappers.uint32(found.maxTagLength()));
    }
    if (found.startsChildSpan() || scope.isGateway()) {
      tracing.setSpawnUpstreamSpan(Wrappers.TRUE);
    }
    return tracing.build();
  }

  private static HttpConnectionManager.Tracing.Builder common(ProxyScope scope, double sampling) {
    HttpConnectionManager.Tracing.Builder tracing =
        HttpConnectionManager.Tracing.newBuilder()
            .setClientSampling(percent(100))
            .setOverallSampling(percent(100))
            .setRandomSampling(percent(sampling))
            .addAllCustomTags(CustomTagsTranslator.translate(scope));
    OptionalLong length = config(scope).map(Tracing::maxPathTagLength).orElse(OptionalLong.empty());
    if (length.isPresent() && length.getAsLong() != 0) {
      tracing.setMaxPathTagLength(Wrappers.uint32(length.getAsLong()));
    }
    return tracing;
  }

  /** The percentage of requests; 0 and values above 100 are replaced by the default. */
  private static double sampling(ProxyScope scope) {
    OptionalDouble given = config(scope).map(Tracing::sampling).orElse(OptionalDouble.empty());
    return given.isEmpty() || given.getAsDouble() == 0 || given.getAsDouble() > 100
        ? DEFAULT_SAMPLING
        : given.getAsDouble();
  }

  private static Optional<Tracing> config(ProxyScope scope) {
    ProxyConfig config = ProxyConfigs.of(scope);
    return config.tracing();
  }

  private static Percent percent(double value) {
    return Percent.newBuilder().setValue(value).build();
  }
}
