// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Duration;
import io.envoyproxy.envoy.config.core.v3.TrafficDirection;
import io.envoyproxy.envoy.config.core.v3.UdpSocketConfig;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.listener.v3.QuicProtocolOptions;
import io.envoyproxy.envoy.config.listener.v3.UdpListenerConfig;
import io.rutter.model.mesh.proxyconfig.ConnectionSettings;
import io.rutter.model.mesh.proxyconfig.GatewayTopology;
import io.rutter.translator.internal.filter.ConnectionSettingsProfiles;
import io.rutter.translator.internal.filter.FilterOrigins;
import io.rutter.translator.internal.filter.accesslog.AccessLogTranslator;
import io.rutter.translator.internal.listener.chain.ListenerFilters;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import io.rutter.translator.internal.tls.TransportSockets;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * {@link GatewayListener} → {@link Listener}. There is no default chain: a connection that matches
 * no chain is closed. TLS handshakes time out after 15 seconds. Istio document: Gateway.
 */
final class GatewayListenerTranslator {
  private static final Duration HANDSHAKE_TIMEOUT = Durations.ofSeconds(15);

  private GatewayListenerTranslator() {}

  static Listener translate(ProxyScope scope, GatewayListener gateway) {
    Listener.Builder listener =
        Listener.newBuilder()
            .setName(gateway.name())
            .setTrafficDirection(TrafficDirection.OUTBOUND)
            .setMaxConnectionsToAcceptPerSocketEvent(Wrappers.uint32(1))
            .addAllAccessLog(AccessLogTranslator.listener(scope));
    switch (gateway.transport()) {
      case TCP -> overTcp(scope, gateway, listener);
      case QUIC -> overQuic(gateway, listener);
    }
    bufferLimit(scope)
        .ifPresent(bytes -> listener.setPerConnectionBufferLimitBytes(Wrappers.uint32(bytes)));
    for (GatewayChain chain : gateway.chains()) {
      listener.addFilterChains(chain(scope, chain, gateway.transport()));
    }
    Listener made = listener.build();
    origins(scope, gateway, made);
    return made;
  }

  /** Tells what a listener is made from: the servers on its port and address. */
  private static void origins(ProxyScope scope, GatewayListener gateway, Listener made) {
    if (!scope.origins().areKept()) {
      return;
    }
    scope.gateways().groups().stream()
        .filter(group -> group.port() == gateway.port())
        .filter(group -> group.bind().isEmpty() || group.bind().equals(gateway.address()))
        .flatMap(group -> group.servers().stream())
        .forEach(server -> scope.origins().add(made, server.part("")));
    FilterOrigins.addAccessLogs(scope, made, made.getAccessLogCount());
  }

  private static void overTcp(
      ProxyScope scope, GatewayListener gateway, Listener.Builder listener) {
    listener
        .setAddress(Addresses.tcp(gateway.address(), gateway.port()))
        .addAllAdditionalAddresses(
            Addresses.additionalTcp(gateway.extraAddresses(), gateway.port()))
        .addAllListenerFilters(listenerFilters(scope, gateway));
    if (ProxyMetadata.isTrue(scope.proxy(), "OUTBOUND_LISTENER_EXACT_BALANCE")) {
      listener.getConnectionBalanceConfigBuilder().getExactBalanceBuilder();
    }
  }

  private static void overQuic(GatewayListener gateway, Listener.Builder listener) {
    listener
        .setAddress(Addresses.udp(gateway.address(), gateway.port()))
        .addAllAdditionalAddresses(
            Addresses.additionalUdp(gateway.extraAddresses(), gateway.port()))
        .setUdpListenerConfig(
            UdpListenerConfig.newBuilder()
                .setQuicOptions(QuicProtocolOptions.getDefaultInstance())
                .setDownstreamSocketConfig(UdpSocketConfig.getDefaultInstance()));
  }

  private static ImmutableList<ListenerFilter> listenerFilters(
      ProxyScope scope, GatewayListener gateway) {
    boolean proxyProtocol =
        ProxyConfigs.of(scope)
            .gatewayTopology()
            .flatMap(GatewayTopology::proxyProtocol)
            .isPresent();
    boolean tlsInspector = gateway.chains().stream().anyMatch(GatewayChain::needsTlsInspector);
    return Stream.of(
            proxyProtocol ? Stream.of(ListenerFilters.PROXY_PROTOCOL) : Stream.<ListenerFilter>of(),
            tlsInspector ? Stream.of(ListenerFilters.TLS_INSPECTOR) : Stream.<ListenerFilter>of())
        .flatMap(filters -> filters)
        .collect(toImmutableList());
  }

  private static OptionalInt bufferLimit(ProxyScope scope) {
    return ConnectionSettingsProfiles.forProxy(scope)
        .map(ConnectionSettings::listenerPerConnectionBufferLimitBytes)
        .filter(limit -> limit.orElse(-1) >= 0)
        .orElseGet(OptionalInt::empty);
  }

  private static FilterChain chain(
      ProxyScope scope, GatewayChain chain, GatewayListener.Transport transport) {
    FilterChain.Builder built =
        FilterChain.newBuilder()
            .addAllFilters(chain.filters())
            .setTransportSocketConnectTimeout(HANDSHAKE_TIMEOUT);
    FilterChainMatch match =
        FilterChainMatch.newBuilder()
            .addAllServerNames(chain.matchedServerNames())
            .addAllApplicationProtocols(chain.applicationProtocols())
            .build();
    if (!match.equals(FilterChainMatch.getDefaultInstance())) {
      built.setFilterChainMatch(match);
    }
    chain
        .tls()
        .map(
            context ->
                switch (transport) {
                  case TCP -> TransportSockets.of(context);
                  case QUIC -> TransportSockets.quic(context);
                })
        .ifPresent(built::setTransportSocket);
    FilterChain made = built.build();
    scope.origins().add(made, chain.origin());
    if (scope.origins().areKept() && made.hasTransportSocket()) {
      scope.origins().add(made, "transportSocket", chain.origin().field("tls"));
    }
    return made;
  }
}
