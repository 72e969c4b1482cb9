// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.authorization.RbacFilters;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.filter.HttpConnectionManagerTranslator;
import io.rutter.translator.internal.filter.ListenerClass;
import io.rutter.translator.internal.filter.NetworkFilterChain;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.filter.TcpProxyTranslator;
import io.rutter.translator.internal.naming.StatNamePatterns;
import io.rutter.translator.internal.proto.IstioMetadata;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.InboundRouteConfigurationAssembler;
import io.rutter.translator.internal.tls.InboundMutualTls;
import io.rutter.translator.internal.tls.ServerProtocol;
import io.rutter.translator.internal.tls.ServerTlsTranslator;
import io.rutter.translator.internal.tls.TransportSockets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A port of a workload → its {@link FilterChain}s: one for each kind of connection that its mutual
 * TLS mode accepts. TLS settings of a Sidecar's listener replace them where the mode is DISABLE.
 * Istio documents: PeerAuthentication; Sidecar, {@code IstioIngressListener}.
 */
final class InboundFilterChains {
  private InboundFilterChains() {}

  /** The chains of a port. */
  static ImmutableList<FilterChain> of(
      ProxyScope scope, InboundPort port, MutualTlsMode mode, ProblemSink problems) {
    boolean ownTls = port.tls().isPresent() && mode == MutualTlsMode.DISABLE;
    ImmutableList<InboundChainMatches.Match> matches =
        ownTls
            ? InboundChainMatches.terminated(port.port().protocol())
            : InboundChainMatches.of(mode, port.port().protocol());
    // Filters and sockets that several chains of the port share are made once.
    Supplier<ImmutableList<Filter>> http = Suppliers.memoize(() -> httpFilters(scope, port))::get;
    Supplier<ImmutableList<Filter>> tcp = Suppliers.memoize(() -> tcpFilters(scope, port))::get;
    Supplier<TransportSocket> mutualTls =
        Suppliers.memoize(() -> TransportSockets.of(InboundMutualTls.of(scope)))::get;
    ImmutableList.Builder<FilterChain> chains = ImmutableList.builder();
    for (InboundChainMatches.Match match : matches) {
      boolean isHttp = match.handling().isHttp();
      FilterChain.Builder chain =
          FilterChain.newBuilder()
              .setName(isHttp ? port.httpChainName() : port.tcpChainName())
              .setFilterChainMatch(match(port, match))
              .addAllFilters(isHttp ? http.get() : tcp.get());
      if (ownTls) {
        ownTls(scope, port, problems).ifPresent(chain::setTransportSocket);
      } else if (match.handling().terminatesTls()) {
        chain.setTransportSocket(mutualTls.get());
      }
      port.sidecar()
          .map(sidecar -> IstioMetadata.config(inNamespaceOf(scope, sidecar.object())))
          .ifPresent(chain::setMetadata);
      chains.add(chain.build());
    }
    return chains.build();
  }

  /**
   * Istio's metadata names a Sidecar of the root namespace as if it were in the workload's
   * namespace.
   */
  private static ConfigKey inNamespaceOf(ProxyScope scope, ConfigKey sidecar) {
    return new ConfigKey(sidecar.kind(), scope.proxy().namespace(), sidecar.name());
  }

  private static FilterChainMatch match(InboundPort port, InboundChainMatches.Match match) {
    FilterChainMatch.Builder built =
        FilterChainMatch.newBuilder()
            .setTransportProtocol(match.transport().envoyName())
            .addAllApplicationProtocols(match.applicationProtocols());
    if (port.targetPort() > 0) {
      built.setDestinationPort(Wrappers.uint32(port.targetPort()));
    }
    return built.build();
  }

  private static Optional<TransportSocket> ownTls(
      ProxyScope scope, InboundPort port, ProblemSink problems) {
    ProblemSink located = port.sidecar().map(part -> part.under("tls", problems)).orElse(problems);
    return port.tls()
        .map(tls -> ServerTlsTranslator.translate(scope, tls, ServerProtocol.HTTP, located))
        .map(TransportSockets::of);
  }

  private static ImmutableList<Filter> httpFilters(ProxyScope scope, InboundPort port) {
    return ImmutableList.of(
        NetworkFilters.of(
            HttpConnectionManagerTranslator.translate(
                scope,
                HttpConnectionManagerOptions.builder(ListenerClass.SIDECAR_INBOUND)
                    .statPrefix(port.statPrefix())
                    .protocol(port.port().protocol())
                    .routeConfiguration(
                        InboundRouteConfigurationAssembler.assemble(
                            scope,
                            port.cluster(),
                            port.hostname(),
                            port.port().number(),
                            port.port().protocol()))
                    .build())));
  }

  private static ImmutableList<Filter> tcpFilters(ProxyScope scope, InboundPort port) {
    return ImmutableList.<Filter>builder()
        .addAll(RbacFilters.tcp(scope))
        .addAll(
            NetworkFilterChain.of(
                port.port().protocol(),
                TcpProxyTranslator.toCluster(scope, tcpStatPrefix(scope, port), port.cluster())))
        .build();
  }

  private static String tcpStatPrefix(ProxyScope scope, InboundPort port) {
    return scope
        .settings()
        .inboundClusterStatName()
        .map(pattern -> expand(pattern, port))
        .orElse(port.cluster());
  }

  private static String expand(String pattern, InboundPort port) {
    int number = port.port().number();
    String name = port.port().name();
    return port.service()
        .map(
            service ->
                StatNamePatterns.expand(
                    pattern, service, service.hostname(), "", number, name, OptionalInt.empty()))
        .orElseGet(() -> StatNamePatterns.expandForHost(pattern, port.hostname(), number, name));
  }
}
