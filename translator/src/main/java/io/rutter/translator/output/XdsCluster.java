// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.common.net.InetAddresses;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.envoyproxy.envoy.config.cluster.v3.CircuitBreakers;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.ApiConfigSource;
import io.envoyproxy.envoy.config.core.v3.ApiVersion;
import io.envoyproxy.envoy.config.core.v3.BackoffStrategy;
import io.envoyproxy.envoy.config.core.v3.GrpcService;
import io.envoyproxy.envoy.config.core.v3.Http2ProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.KeepaliveSettings;
import io.envoyproxy.envoy.config.core.v3.Pipe;
import io.envoyproxy.envoy.config.core.v3.RetryPolicy;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;
import org.jspecify.annotations.Nullable;

/** {@link XdsAddress} → the {@link Cluster} through which Envoy talks to it. */
final class XdsCluster {
  private static final String HTTP_OPTIONS =
      "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

  /** With the handshake of TLS, which a control plane that has just started is slow at. */
  private static final Duration CONNECT_TIMEOUT = Durations.fromSeconds(5);

  /** Each secret has a stream of its own, and a gateway may have thousands. */
  private static final int MOST_STREAMS = 100_000;

  private XdsCluster() {}

  static Cluster of(String name, XdsAddress address, @Nullable XdsTls tls) {
    Cluster.Builder cluster =
        Cluster.newBuilder()
            .setName(name)
            .setConnectTimeout(CONNECT_TIMEOUT)
            .setCircuitBreakers(
                CircuitBreakers.newBuilder()
                    .addThresholds(
                        CircuitBreakers.Thresholds.newBuilder()
                            .setMaxPendingRequests(Wrappers.uint32(MOST_STREAMS))
                            .setMaxRequests(Wrappers.uint32(MOST_STREAMS))))
            .putTypedExtensionProtocolOptions(HTTP_OPTIONS, Anys.pack(http2()))
            .setLoadAssignment(endpoint(name, address));
    if (address.isSocket() || InetAddresses.isInetAddress(address.host())) {
      cluster.setType(Cluster.DiscoveryType.STATIC);
    } else {
      // A name with both families, such as localhost, often has nobody behind the IPv6 one.
      cluster
          .setType(Cluster.DiscoveryType.STRICT_DNS)
          .setDnsLookupFamily(Cluster.DnsLookupFamily.V4_PREFERRED);
    }
    if (tls != null && !address.isSocket()) {
      cluster.setTransportSocket(
          TransportSocket.newBuilder()
              .setName("envoy.transport_sockets.tls")
              .setTypedConfig(Anys.pack(XdsTlsContext.of(tls, address.host()))));
    }
    return cluster.build();
  }

  /** ADS from the cluster of this name. */
  static ApiConfigSource adsOf(String name, boolean isDelta) {
    // After an outage Envoy is back within seconds; its own bound is 30.
    BackoffStrategy backOff =
        BackoffStrategy.newBuilder()
            .setBaseInterval(Durations.fromMillis(500))
            .setMaxInterval(Durations.fromSeconds(5))
            .build();
    return ApiConfigSource.newBuilder()
        .setApiType(isDelta ? ApiConfigSource.ApiType.DELTA_GRPC : ApiConfigSource.ApiType.GRPC)
        .setTransportApiVersion(ApiVersion.V3)
        .addGrpcServices(
            GrpcService.newBuilder()
                .setEnvoyGrpc(
                    GrpcService.EnvoyGrpc.newBuilder()
                        .setClusterName(name)
                        .setRetryPolicy(RetryPolicy.newBuilder().setRetryBackOff(backOff))))
        .build();
  }

  private static HttpProtocolOptions http2() {
    // A connection that broke without a word is found.
    KeepaliveSettings keepalive =
        KeepaliveSettings.newBuilder()
            .setInterval(Durations.fromSeconds(30))
            .setTimeout(Durations.fromSeconds(5))
            .build();
    return HttpProtocolOptions.newBuilder()
        .setExplicitHttpConfig(
            HttpProtocolOptions.ExplicitHttpConfig.newBuilder()
                .setHttp2ProtocolOptions(
                    Http2ProtocolOptions.newBuilder().setConnectionKeepalive(keepalive)))
        .build();
  }

  private static ClusterLoadAssignment endpoint(String name, XdsAddress address) {
    Address where =
        address.isSocket()
            ? Address.newBuilder().setPipe(Pipe.newBuilder().setPath(address.socket())).build()
            : Addresses.tcp(address.host(), address.port());
    return ClusterLoadAssignment.newBuilder()
        .setClusterName(name)
        .addEndpoints(
            LocalityLbEndpoints.newBuilder()
                .addLbEndpoints(
                    LbEndpoint.newBuilder().setEndpoint(Endpoint.newBuilder().setAddress(where))))
        .build();
  }
}
