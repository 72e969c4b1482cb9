// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http3ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.CodecType;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.UpgradeConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.Rds;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.RequestIDExtension;
import io.envoyproxy.envoy.extensions.request_id.uuid.v3.UuidRequestIdConfig;
import io.rutter.model.internal.go.GoDurations;
import io.rutter.model.mesh.proxyconfig.GatewayTopology;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.translator.internal.filter.accesslog.AccessLogTranslator;
import io.rutter.translator.internal.filter.tracing.TracingTranslator;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.ConfigSources;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/**
 * The filter that reads connections as HTTP: {@code HttpConnectionManager}, for all three kinds of
 * traffic. Defaults: no stream idle timeout, WebSocket upgrades allowed, 100-continue forwarded,
 * request ids carry the decision to trace. Istio documents: ProxyConfig, Global Mesh Options.
 */
public final class HttpConnectionManagerTranslator {
  /** Requests are numbered by a UUID, which also carries the decision to trace. */
  private static final RequestIDExtension UUID_REQUEST_ID =
      RequestIDExtension.newBuilder()
          .setTypedConfig(
              Anys.pack(
                  UuidRequestIdConfig.newBuilder()
                      .setUseRequestIdForTraceSampling(Wrappers.TRUE)
                      .build()))
          .build();

  private HttpConnectionManagerTranslator() {}

  /** The connection manager. */
  public static HttpConnectionManager translate(
      ProxyScope scope, HttpConnectionManagerOptions options) {
    ProxyConfig config = ProxyConfigs.of(scope);
    HttpConnectionManager.Builder manager =
        HttpConnectionManager.newBuilder()
            .setStatPrefix(options.statPrefix())
            .setStreamIdleTimeout(Durations.ZERO)
            .setProxy100Continue(true)
            .addUpgradeConfigs(UpgradeConfig.newBuilder().setUpgradeType("websocket"));
    routes(options, manager);
    codec(scope, options, manager);
    clientAddress(scope, options, config, manager);
    ForwardClientCertDetailsTranslator.translate(config, options.listenerClass(), manager);
    ProxyHeadersTranslator.translate(config.proxyHeaders(), options.listenerClass(), manager);
    PathNormalizationTranslator.translate(scope.settings().config().pathNormalization(), manager);
    ProxyMetadata.text(scope.proxy(), "IDLE_TIMEOUT")
        .flatMap(GoDurations::parse)
        .map(Durations::of)
        .ifPresent(
            timeout ->
                manager.setCommonHttpProtocolOptions(
                    HttpProtocolOptions.newBuilder().setIdleTimeout(timeout)));
    ConnectionSettingsProfiles.forProxy(scope)
        .ifPresent(settings -> ConnectionSettingsTranslator.translate(settings, manager));
    manager.addAllAccessLog(AccessLogTranslator.http(scope));
    manager.addAllHttpFilters(HttpFilterChain.filters(scope, options));
    TracingTranslator.translate(scope).ifPresent(manager::setTracing);
    manager.setRequestIdExtension(UUID_REQUEST_ID);
    HttpConnectionManager made = manager.build();
    FilterOrigins.add(scope, made);
    return made;
  }

  private static void routes(
      HttpConnectionManagerOptions options, HttpConnectionManager.Builder manager) {
    if (options.routes() instanceof HttpConnectionManagerOptions.RouteSource.Inline inline) {
      manager.setRouteConfig(inline.configuration());
    } else if (options.routes() instanceof HttpConnectionManagerOptions.RouteSource.Rds rds) {
      manager.setRds(
          Rds.newBuilder()
              .setConfigSource(ConfigSources.adsWithoutTimeout())
              .setRouteConfigName(rds.name()));
    }
  }

  private static void codec(
      ProxyScope scope,
      HttpConnectionManagerOptions options,
      HttpConnectionManager.Builder manager) {
    switch (options.codec()) {
      case AUTO -> manager.setCodecType(CodecType.AUTO);
      case HTTP3 ->
          manager
              .setCodecType(CodecType.HTTP3)
              .setHttp3ProtocolOptions(Http3ProtocolOptions.getDefaultInstance());
    }
    boolean http10 = ProxyMetadata.text(scope.proxy(), "HTTP10").orElse("").equals("1");
    if (http10 || options.absoluteUrls() || options.listenerClass() == ListenerClass.GATEWAY) {
      Http1ProtocolOptions.Builder http1 =
          manager.getHttpProtocolOptionsBuilder().setAcceptHttp10(http10);
      if (options.absoluteUrls()) {
        http1.setAllowAbsoluteUrl(Wrappers.TRUE);
      }
    }
    if (options.listenerClass() == ListenerClass.SIDECAR_INBOUND && options.protocol().isHttp2()) {
      manager.setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance());
    }
  }

  /**
   * Sets whose address counts as the client's: only on a gateway, at the edge, it is the peer's.
   */
  private static void clientAddress(
      ProxyScope scope,
      HttpConnectionManagerOptions options,
      ProxyConfig config,
      HttpConnectionManager.Builder manager) {
    if (options.listenerClass() != ListenerClass.GATEWAY) {
      manager.setUseRemoteAddress(Wrappers.FALSE);
      return;
    }
    manager
        .setUseRemoteAddress(Wrappers.TRUE)
        .setXffNumTrustedHops(
            (int)
                config
                    .gatewayTopology()
                    .map(GatewayTopology::numTrustedProxies)
                    .flatMap(hops -> hops.stream().boxed().findFirst())
                    .orElse(0L)
                    .longValue());
    InternalAddressConfigTranslator.translate(scope.mesh().networks().declared())
        .ifPresent(manager::setInternalAddressConfig);
  }
}
