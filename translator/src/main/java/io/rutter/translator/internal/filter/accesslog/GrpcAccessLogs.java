// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter.accesslog;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.CommonGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig;
import io.rutter.model.mesh.provider.HttpGrpcAccessLogProvider;
import io.rutter.model.mesh.provider.TcpGrpcAccessLogProvider;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.provider.ExtensionProviders;
import io.rutter.translator.internal.provider.GrpcServices;

/**
 * Access logs that go to a gRPC service: {@code HttpGrpcAccessLogConfig} and {@code
 * TcpGrpcAccessLogConfig}. Envoy document: Access log service (ALS).
 */
final class GrpcAccessLogs {
  /** The cluster that an Istio bootstrap has for {@code enableEnvoyAccessLogService}. */
  private static final ExtensionProviders.Target BOOTSTRAP_SERVICE =
      new ExtensionProviders.Target("", "envoy_accesslog_service");

  private static final ImmutableList<String> PEERS =
      ImmutableList.of("upstream_peer", "downstream_peer");

  /** Filter state keys of the peers in this and former versions of Istio's proxy. */
  static final ImmutableList<String> PEERS_OF_ALL_VERSIONS =
      ImmutableList.of(
          "upstream_peer",
          "downstream_peer",
          "wasm.upstream_peer",
          "wasm.upstream_peer_id",
          "wasm.downstream_peer",
          "wasm.downstream_peer_id");

  private GrpcAccessLogs() {}

  /** A log of requests, sent to the service of the bootstrap. */
  static AccessLog httpToBootstrapService() {
    return http(
        HttpGrpcAccessLogConfig.newBuilder()
            .setCommonConfig(
                common("http_envoy_accesslog", BOOTSTRAP_SERVICE, PEERS_OF_ALL_VERSIONS))
            .build());
  }

  /** A log of connections, sent to the service of the bootstrap. */
  static AccessLog tcpToBootstrapService(String logName) {
    return tcp(common(logName, BOOTSTRAP_SERVICE, PEERS_OF_ALL_VERSIONS));
  }

  /** A log of requests, sent to a provider. */
  static AccessLog of(HttpGrpcAccessLogProvider provider, ExtensionProviders.Target target) {
    return http(
        HttpGrpcAccessLogConfig.newBuilder()
            .setCommonConfig(
                common(
                    provider
                        .logName()
                        .filter(name -> !name.isEmpty())
                        .orElse("http_envoy_accesslog"),
                    target,
                    orPeers(provider.filterStateObjectsToLog())))
            .addAllAdditionalRequestHeadersToLog(provider.additionalRequestHeadersToLog())
            .addAllAdditionalResponseHeadersToLog(provider.additionalResponseHeadersToLog())
            .addAllAdditionalResponseTrailersToLog(provider.additionalResponseTrailersToLog())
            .build());
  }

  /** A log of connections, sent to a provider. */
  static AccessLog of(TcpGrpcAccessLogProvider provider, ExtensionProviders.Target target) {
    return tcp(
        common(
            provider.logName().filter(name -> !name.isEmpty()).orElse("tcp_envoy_accesslog"),
            target,
            orPeers(provider.filterStateObjectsToLog())));
  }

  /** The settings common to all logs to a gRPC service. */
  static CommonGrpcAccessLogConfig common(
      String logName, ExtensionProviders.Target target, ImmutableList<String> filterState) {
    return CommonGrpcAccessLogConfig.newBuilder()
        .setLogName(logName)
        .setGrpcService(GrpcServices.of(target))
        .setTransportApiVersion(ApiVersion.V3)
        .addAllFilterStateObjectsToLog(filterState)
        .build();
  }

  private static ImmutableList<String> orPeers(ImmutableList<String> declared) {
    return declared.isEmpty() ? PEERS : declared;
  }

  private static AccessLog http(HttpGrpcAccessLogConfig config) {
    return AccessLog.newBuilder()
        .setName("envoy.access_loggers.http_grpc")
        .setTypedConfig(Anys.pack(config))
        .build();
  }

  private static AccessLog tcp(CommonGrpcAccessLogConfig config) {
    return AccessLog.newBuilder()
        .setName("envoy.tcp_grpc_access_log")
        .setTypedConfig(
            Anys.pack(TcpGrpcAccessLogConfig.newBuilder().setCommonConfig(config).build()))
        .build();
  }
}
