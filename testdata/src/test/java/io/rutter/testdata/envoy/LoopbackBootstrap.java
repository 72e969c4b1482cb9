// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Durations;
import io.envoyproxy.envoy.config.bootstrap.v3.Admin;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.extensions.filters.listener.proxy_protocol.v3.ProxyProtocol;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.translator.XdsResources;
import io.rutter.translator.output.StaticBootstrap;
import java.util.List;
import java.util.Set;

/**
 * The bootstrap of a proxy, changed so that it runs on the loopback interface of this machine and
 * still takes every decision that the simulator foretells:
 *
 * <ul>
 *   <li>A listener that binds its port binds a free one of 127.0.0.1. The PROXY protocol stands in
 *       for {@code SO_ORIGINAL_DST}: the client says which address it means, and Envoy hands the
 *       connection on, or matches its filter chains, by that address. Listeners that do not bind
 *       stay as they are, and so do all filter chains with their TLS, but for versions and ciphers
 *       and, unless clients have names, for those that their certificates must have.
 *   <li>A cluster is a static one with a loopback address of its own, by which the backend knows
 *       it. How Envoy speaks to the endpoints of a cluster (TLS, HTTP/2, tunnels, balancing) is
 *       left out. The cluster that refuses connections stays as it is.
 *   <li>Listeners of datagrams and filters that ask a DNS server are left out.
 * </ul>
 *
 * @param bootstrap what Envoy is started with
 * @param clusters the cluster that each loopback address stands for
 */
record LoopbackBootstrap(Bootstrap bootstrap, ImmutableMap<String, String> clusters) {
  static final String BLACK_HOLE = "BlackHoleCluster";
  private static final String HTTP_CONNECTION_MANAGER =
      "envoy.filters.network.http_connection_manager";
  private static final String TCP_PROXY = "envoy.filters.network.tcp_proxy";
  private static final Set<String> ADDRESS_FILTERS =
      Set.of(
          "envoy.filters.listener.original_dst",
          "envoy.filters.listener.original_src",
          "envoy.filters.listener.proxy_protocol");
  private static final Set<String> DNS_FILTERS =
      Set.of(
          "envoy.filters.http.dynamic_forward_proxy",
          "envoy.filters.network.sni_dynamic_forward_proxy");

  /**
   * The bootstrap of a proxy whose clusters have their backend on this port, for clients that show
   * the placeholder certificate.
   */
  static LoopbackBootstrap of(XdsResources proxy, int backendPort) {
    return of(proxy, backendPort, false);
  }

  /** The same, for clients whose certificates have names that count. */
  static LoopbackBootstrap ofNamedClients(XdsResources proxy, int backendPort) {
    return of(proxy, backendPort, true);
  }

  private static LoopbackBootstrap of(XdsResources proxy, int backendPort, boolean named) {
    Bootstrap.Builder bootstrap = StaticBootstrap.of(proxy).toBuilder();
    List<Listener> listeners = bootstrap.getStaticResources().getListenersList();
    List<Cluster> clusters = bootstrap.getStaticResources().getClustersList();
    bootstrap.getStaticResourcesBuilder().clearListeners().clearClusters();
    for (Listener listener : listeners) {
      if (isTcp(listener.getAddress())) {
        bootstrap.getStaticResourcesBuilder().addListeners(listener(listener, named));
      }
    }
    ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
    for (int i = 0; i < clusters.size(); i++) {
      String address = "127.1." + i / 250 + "." + (i % 250 + 1);
      names.put(address, clusters.get(i).getName());
      bootstrap
          .getStaticResourcesBuilder()
          .addClusters(cluster(clusters.get(i), address(address, backendPort)));
    }
    bootstrap.setAdmin(Admin.newBuilder().setAddress(address("127.0.0.1", 0)));
    return new LoopbackBootstrap(bootstrap.build(), names.buildOrThrow());
  }

  /** Whether a listener has connections. */
  static boolean isTcp(Address address) {
    return address.hasSocketAddress()
        && address.getSocketAddress().getProtocol() == SocketAddress.Protocol.TCP;
  }

  private static Cluster cluster(Cluster cluster, Address backend) {
    if (cluster.getName().equals(BLACK_HOLE)) {
      return cluster;
    }
    return Cluster.newBuilder()
        .setName(cluster.getName())
        .setType(Cluster.DiscoveryType.STATIC)
        .setConnectTimeout(Durations.fromSeconds(5))
        .setLoadAssignment(
            ClusterLoadAssignment.newBuilder()
                .setClusterName(cluster.getName())
                .addEndpoints(
                    LocalityLbEndpoints.newBuilder()
                        .addLbEndpoints(
                            LbEndpoint.newBuilder()
                                .setEndpoint(Endpoint.newBuilder().setAddress(backend)))))
        .build();
  }

  private static Listener listener(Listener listener, boolean named) {
    Listener.Builder result =
        listener.toBuilder()
            .clearListenerFilters()
            .clearFilterChains()
            .clearAdditionalAddresses()
            .clearSocketOptions()
            .clearTransparent()
            .clearFreebind()
            .clearAccessLog();
    boolean binds = !listener.hasBindToPort() || listener.getBindToPort().getValue();
    if (binds) {
      result.setAddress(address("127.0.0.1", 0)).addListenerFilters(proxyProtocol());
    }
    listener.getListenerFiltersList().stream()
        .filter(filter -> !ADDRESS_FILTERS.contains(filter.getName()))
        .forEach(result::addListenerFilters);
    for (FilterChain chain : listener.getFilterChainsList()) {
      result.addFilterChains(chain(chain, named));
    }
    if (listener.hasDefaultFilterChain()) {
      result.setDefaultFilterChain(chain(listener.getDefaultFilterChain(), named));
    }
    return result.setEnableReusePort(BoolValue.of(false)).build();
  }

  private static FilterChain chain(FilterChain chain, boolean named) {
    FilterChain.Builder result = chain.toBuilder().clearFilters();
    for (Filter filter : chain.getFiltersList()) {
      if (!DNS_FILTERS.contains(filter.getName())) {
        result.addFilters(
            switch (filter.getName()) {
              case HTTP_CONNECTION_MANAGER -> withoutDns(filter);
              case TCP_PROXY -> withoutTunnel(filter);
              default -> filter;
            });
      }
    }
    if (chain.getTransportSocket().getTypedConfig().is(DownstreamTlsContext.class)) {
      result.setTransportSocket(anyClient(chain.getTransportSocket(), named));
    }
    return result.build();
  }

  /**
   * The placeholder certificate has no name of a workload, and its key does not fit all ciphers.
   */
  private static TransportSocket anyClient(TransportSocket socket, boolean named) {
    try {
      DownstreamTlsContext.Builder context =
          socket.getTypedConfig().unpack(DownstreamTlsContext.class).toBuilder();
      CommonTlsContext.Builder common = context.getCommonTlsContextBuilder().clearTlsParams();
      if (common.getCombinedValidationContext().hasDefaultValidationContext()) {
        anyName(
            context,
            common.getCombinedValidationContextBuilder().getDefaultValidationContextBuilder(),
            named);
      } else if (common.hasValidationContext()) {
        anyName(context, common.getValidationContextBuilder(), named);
      }
      return socket.toBuilder().setTypedConfig(Any.pack(context.build())).build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a certificate must have a hash, there must be one. */
  private static void anyName(
      DownstreamTlsContext.Builder context,
      CertificateValidationContext.Builder validation,
      boolean named) {
    if (validation.getVerifyCertificateHashCount() + validation.getVerifyCertificateSpkiCount()
        > 0) {
      context.setRequireClientCertificate(BoolValue.of(true));
    }
    validation.clearVerifyCertificateHash().clearVerifyCertificateSpki();
    if (!named) {
      validation.clearMatchTypedSubjectAltNames();
    }
  }

  private static Filter withoutTunnel(Filter filter) {
    try {
      TcpProxy.Builder proxy = filter.getTypedConfig().unpack(TcpProxy.class).toBuilder();
      return filter.toBuilder()
          .setTypedConfig(Any.pack(proxy.clearTunnelingConfig().build()))
          .build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Filter withoutDns(Filter filter) {
    try {
      HttpConnectionManager.Builder manager =
          filter.getTypedConfig().unpack(HttpConnectionManager.class).toBuilder();
      ImmutableList<
              io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter>
          kept =
              manager.getHttpFiltersList().stream()
                  .filter(http -> !DNS_FILTERS.contains(http.getName()))
                  .collect(ImmutableList.toImmutableList());
      manager.clearHttpFilters().addAllHttpFilters(kept).clearAccessLog();
      return filter.toBuilder().setTypedConfig(Any.pack(manager.build())).build();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ListenerFilter proxyProtocol() {
    return ListenerFilter.newBuilder()
        .setName("envoy.filters.listener.proxy_protocol")
        .setTypedConfig(Any.pack(ProxyProtocol.getDefaultInstance()))
        .build();
  }

  private static Address address(String ip, int port) {
    return Address.newBuilder()
        .setSocketAddress(SocketAddress.newBuilder().setAddress(ip).setPortValue(port))
        .build();
  }
}
