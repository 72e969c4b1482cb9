// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.KeepaliveSettings;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.core.v3.UpstreamHttpProtocolOptions;
import io.envoyproxy.envoy.extensions.http.header_formatters.preserve_case.v3.PreserveCaseFormatterConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.ExplicitHttpConfig;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions.UseDownstreamHttpConfig;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.Http2Keepalive;
import io.rutter.model.destinationrule.HttpSettings;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;
import java.time.Duration;
import java.util.Optional;

/**
 * The HTTP version and the HTTP settings of policies → {@link HttpProtocolOptions}. Absent where
 * everything equals Envoy's defaults. Limits of streams and PING frames only apply to clusters that
 * are set to HTTP/2. The idle timeout of {@code tcp} is used where {@code http} has none. Istio
 * document: Destination Rule, {@code ConnectionPoolSettings.HTTPSettings}.
 */
final class HttpProtocolOptionsTranslator {
  /** The key under which a cluster has its options. */
  static final String EXTENSION = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

  private static final Http1ProtocolOptions KEEP_CASE =
      Http1ProtocolOptions.newBuilder()
          .setHeaderKeyFormat(
              Http1ProtocolOptions.HeaderKeyFormat.newBuilder()
                  .setStatefulFormatter(
                      TypedExtensionConfig.newBuilder()
                          .setName("preserve_case")
                          .setTypedConfig(
                              Anys.pack(PreserveCaseFormatterConfig.getDefaultInstance()))))
          .build();

  /** The options of clusters without a connection pool, which are most. */
  private static final ImmutableMap<Input, Optional<Any>> WITHOUT_POOL = withoutPool();

  private HttpProtocolOptionsTranslator() {}

  private static ImmutableMap<Input, Optional<Any>> withoutPool() {
    ImmutableMap.Builder<Input, Optional<Any>> packed = ImmutableMap.builder();
    for (UpstreamProtocol protocol : UpstreamProtocol.values()) {
      for (boolean keepsHeaderCase : new boolean[] {false, true}) {
        Input input = new Input(protocol, keepsHeaderCase, Optional.empty(), AutoServerName.NONE);
        packed.put(input, translate(input).map(Anys::pack));
      }
    }
    return packed.buildOrThrow();
  }

  /** The packed options of a cluster; absent where it needs none. */
  static Optional<Any> packed(Input input) {
    Optional<Any> known = WITHOUT_POOL.get(input);
    return known == null ? translate(input).map(Anys::pack) : known;
  }

  /**
   * What the options are made from.
   *
   * @param protocol the version of HTTP
   * @param keepsHeaderCase whether the letter case of HTTP/1.1 headers is kept
   * @param pool the connection pool
   * @param serverName which TLS settings are taken from the requested host
   */
  record Input(
      UpstreamProtocol protocol,
      boolean keepsHeaderCase,
      Optional<ConnectionPool> pool,
      AutoServerName serverName) {
    private Optional<HttpSettings> http() {
      return pool.flatMap(ConnectionPool::http);
    }

    private Optional<TcpSettings> tcp() {
      return pool.flatMap(ConnectionPool::tcp);
    }

    private int maxConcurrentStreams() {
      return http().map(http -> http.maxConcurrentStreams().orElse(0)).orElse(0);
    }

    private Optional<Http2Keepalive> keepalive() {
      return http().flatMap(HttpSettings::http2KeepAlive);
    }
  }

  /** The options of a cluster; absent where it needs none. */
  static Optional<HttpProtocolOptions> translate(Input input) {
    HttpProtocolOptions.Builder options = HttpProtocolOptions.newBuilder();
    if (input.protocol() != UpstreamProtocol.HTTP1 || input.keepsHeaderCase()) {
      addVersion(input, options);
    }
    common(input).ifPresent(options::setCommonHttpProtocolOptions);
    if (input.serverName().sni() || input.serverName().verification()) {
      options.setUpstreamHttpProtocolOptions(
          UpstreamHttpProtocolOptions.newBuilder()
              .setAutoSni(input.serverName().sni())
              .setAutoSanValidation(input.serverName().verification()));
    }
    if (options.build().equals(HttpProtocolOptions.getDefaultInstance())) {
      return Optional.empty();
    }
    addVersion(input, options);
    return Optional.of(options.build());
  }

  /** The options of clusters that forward traffic to its original destination. */
  static HttpProtocolOptions passthrough(boolean keepsHeaderCase) {
    return HttpProtocolOptions.newBuilder()
        .setCommonHttpProtocolOptions(
            io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.newBuilder()
                .setIdleTimeout(Durations.of(Duration.ofMinutes(5))))
        .setUseDownstreamProtocolConfig(sameAsClient(keepsHeaderCase))
        .build();
  }

  /** The options, packed. */
  static Any pack(HttpProtocolOptions options) {
    return Anys.pack(options);
  }

  private static void addVersion(Input input, HttpProtocolOptions.Builder options) {
    switch (input.protocol()) {
      case HTTP1 ->
          options.setExplicitHttpConfig(
              ExplicitHttpConfig.newBuilder()
                  .setHttpProtocolOptions(http1(input.keepsHeaderCase())));
      case HTTP2 ->
          options.setExplicitHttpConfig(
              ExplicitHttpConfig.newBuilder().setHttp2ProtocolOptions(http2(input)));
      case SAME_AS_CLIENT ->
          options.setUseDownstreamProtocolConfig(sameAsClient(input.keepsHeaderCase()));
    }
  }

  private static UseDownstreamHttpConfig sameAsClient(boolean keepsHeaderCase) {
    return UseDownstreamHttpConfig.newBuilder()
        .setHttpProtocolOptions(http1(keepsHeaderCase))
        .setHttp2ProtocolOptions(Http2ProtocolOptions.getDefaultInstance())
        .build();
  }

  private static Http1ProtocolOptions http1(boolean keepsHeaderCase) {
    return keepsHeaderCase ? KEEP_CASE : Http1ProtocolOptions.getDefaultInstance();
  }

  private static Http2ProtocolOptions http2(Input input) {
    Http2ProtocolOptions.Builder http2 = Http2ProtocolOptions.newBuilder();
    if (input.maxConcurrentStreams() > 0) {
      http2.setMaxConcurrentStreams(Wrappers.uint32(input.maxConcurrentStreams()));
    }
    input
        .keepalive()
        .ifPresent(
            keepalive -> {
              KeepaliveSettings.Builder settings = KeepaliveSettings.newBuilder();
              keepalive.interval().map(Durations::of).ifPresent(settings::setInterval);
              keepalive.timeout().map(Durations::of).ifPresent(settings::setTimeout);
              http2.setConnectionKeepalive(settings);
            });
    return http2.build();
  }

  /** Present but empty where the pool only has settings for HTTP/2. */
  private static Optional<io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions> common(
      Input input) {
    Optional<Duration> idle =
        input
            .http()
            .flatMap(HttpSettings::idleTimeout)
            .or(() -> input.tcp().flatMap(TcpSettings::idleTimeout));
    Optional<Duration> maxDuration = input.tcp().flatMap(TcpSettings::maxConnectionDuration);
    int maxRequests = input.http().map(http -> http.maxRequestsPerConnection().orElse(0)).orElse(0);
    if (idle.isEmpty()
        && maxDuration.isEmpty()
        && maxRequests <= 0
        && input.maxConcurrentStreams() <= 0
        && input.keepalive().isEmpty()) {
      return Optional.empty();
    }
    io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.Builder common =
        io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.newBuilder();
    idle.map(Durations::of).ifPresent(common::setIdleTimeout);
    maxDuration.map(Durations::of).ifPresent(common::setMaxConnectionDuration);
    if (maxRequests > 0) {
      common.setMaxRequestsPerConnection(Wrappers.uint32(maxRequests));
    }
    return Optional.of(common.build());
  }
}
