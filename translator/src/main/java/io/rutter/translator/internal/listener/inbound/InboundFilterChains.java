// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.authorization.AuthorizationFilters;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.filter.HttpConnectionManagers;
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
  private final ProxyScope scope;
  private final ProblemSink problems;

  // What all ports have in common is made once.
  private final HttpConnectionManagers connectionManagers;
  private final ImmutableList<Filter> authorization;
  private final Supplier<TransportSocket> mutualTls;

  InboundFilterChains(ProxyScope scope, ProblemSink problems) {
    this.scope = scope;
    this.problems = problems;
    this.connectionManagers = new HttpConnectionManagers(scope);
    this.authorization = AuthorizationFilters.tcp(scope);
    this.mutualTls = Suppliers.memoize(() -> TransportSockets.of(InboundMutualTls.of(scope)))::get;
  }

  /** The chains of a port. */
  ImmutableList<FilterChain> of(InboundPort port, MutualTlsMode mode) {
    boolean ownTls = port.tls().isPresent() && mode == MutualTlsMode.DISABLE;
    ImmutableList<InboundChainMatches.Match> matches =
        ownTls
            ? InboundChainMatches.terminated(port.port().protocol())
            : InboundChainMatches.of(mode, port.port().protocol());
    // Filters that several chains of the port share are made once.
    Supplier<ImmutableList<Filter>> http = Suppliers.memoize(() -> httpFilters(port))::get;
    Supplier<ImmutableList<Filter>> tcp = Suppliers.memoize(() -> tcpFilters(port))::get;
    ImmutableList.Builder<FilterChain> chains = ImmutableList.builder();
    for (InboundChainMatches.Match match : matches) {
      boolean isHttp = match.handling().isHttp();
      FilterChain.Builder chain =
          FilterChain.newBuilder()
              .setName(isHttp ? port.httpChainName() : port.tcpChainName())
              .setFilterChainMatch(match(port, match))
              .addAllFilters(isHttp ? http.get() : tcp.get());
      if (ownTls) {
        ownTls(port).ifPresent(chain::setTransportSocket);
      } else if (match.handling().terminatesTls()) {
        chain.setTransportSocket(mutualTls.get());
      }
      port.sidecar()
          .map(sidecar -> IstioMetadata.config(inNamespaceOf(sidecar.object())))
          .ifPresent(chain::setMetadata);
      FilterChain made = chain.build();
      InboundOrigins.add(scope, port, made);
      chains.add(made);
    }
    return chains.build();
  }

  /**
   * Istio's metadata names a Sidecar of the root namespace as if it were in the workload's
   * namespace.
   */
  private ConfigKey inNamespaceOf(ConfigKey sidecar) {
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

  private Optional<TransportSocket> ownTls(InboundPort port) {
    ProblemSink located = port.sidecar().map(part -> part.under("tls", problems)).orElse(problems);
    return port.tls()
        .map(tls -> ServerTlsTranslator.translate(scope, tls, ServerProtocol.HTTP, located))
        .map(TransportSockets::of);
  }

  private ImmutableList<Filter> httpFilters(InboundPort port) {
    return ImmutableList.of(
        NetworkFilters.of(
            scope,
            connectionManagers.of(
                HttpConnectionManagerOptions.builder(ListenerClass.SIDECAR_INBOUND)
                    .statPrefix(port.statPrefix())
                    .protocol(port.port().protocol())
                    .routeConfiguration(routes(port))
                    .build())));
  }

  private RouteConfiguration routes(InboundPort port) {
    RouteConfiguration routes =
        InboundRouteConfigurationAssembler.assemble(
            scope, port.cluster(), port.hostname(), port.port().number(), port.port().protocol());
    InboundOrigins.addRoutes(scope, port, routes);
    return routes;
  }

  private ImmutableList<Filter> tcpFilters(InboundPort port) {
    return ImmutableList.<Filter>builder()
        .addAll(authorization)
        .addAll(
            NetworkFilterChain.of(
                port.port().protocol(),
                TcpProxyTranslator.toCluster(scope, tcpStatPrefix(port), port.cluster())))
        .build();
  }

  private String tcpStatPrefix(InboundPort port) {
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
