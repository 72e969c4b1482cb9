// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.trace.v3.ZipkinConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.HttpGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.access_loggers.grpc.v3.TcpGrpcAccessLogConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import java.util.Optional;
import java.util.stream.Stream;

/** The clusters that take logs and traces of a listener, of the providers in random meshes. */
final class ProviderClusters {
  private ProviderClusters() {}

  static Stream<String> of(Listener listener) {
    return Stream.concat(
        listener.getAccessLogList().stream().flatMap(ProviderClusters::ofLog),
        Stream.concat(
                listener.getFilterChainsList().stream(),
                Stream.of(listener.getDefaultFilterChain()))
            .flatMap(chain -> chain.getFiltersList().stream())
            .flatMap(filter -> ofFilter(filter.getTypedConfig())));
  }

  private static Stream<String> ofFilter(Any config) {
    Stream<String> ofTcp =
        unpacked(config, TcpProxy.class)
            .flatMap(proxy -> proxy.getAccessLogList().stream())
            .flatMap(ProviderClusters::ofLog);
    Stream<String> ofHttp =
        unpacked(config, HttpConnectionManager.class)
            .flatMap(
                manager ->
                    Stream.concat(
                        manager.getAccessLogList().stream().flatMap(ProviderClusters::ofLog),
                        unpacked(
                                manager.getTracing().getProvider().getTypedConfig(),
                                ZipkinConfig.class)
                            .map(ZipkinConfig::getCollectorCluster)));
    return Stream.concat(ofTcp, ofHttp);
  }

  private static Stream<String> ofLog(AccessLog log) {
    return Stream.concat(
            unpacked(log.getTypedConfig(), HttpGrpcAccessLogConfig.class)
                .map(HttpGrpcAccessLogConfig::getCommonConfig),
            unpacked(log.getTypedConfig(), TcpGrpcAccessLogConfig.class)
                .map(TcpGrpcAccessLogConfig::getCommonConfig))
        .map(common -> common.getGrpcService().getEnvoyGrpc().getClusterName());
  }

  private static <T extends Message> Stream<T> unpacked(Any config, Class<T> type) {
    try {
      return config.is(type) ? Optional.of(config.unpack(type)).stream() : Stream.empty();
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
