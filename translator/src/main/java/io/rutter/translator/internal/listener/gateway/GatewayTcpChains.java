// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.tls.ServerProtocol;
import io.rutter.translator.internal.tls.ServerTlsTranslator;
import java.util.Optional;

/**
 * A server of a Gateway that forwards TCP, in plain text or after terminating TLS → one filter
 * chain with the first {@code tcp} rule of a VirtualService that matches; none if no rule matches.
 * Istio document: Virtual Service, {@code tcp}.
 */
final class GatewayTcpChains {
  private GatewayTcpChains() {}

  /** The chain of a server; absent where no rule routes its connections. */
  static Optional<GatewayChain> of(ProxyScope scope, MergedServer server, ProblemSink problems) {
    Optional<DownstreamTlsContext> tls =
        server
            .server()
            .tls()
            .map(
                settings ->
                    ServerTlsTranslator.translate(
                        scope,
                        settings,
                        inside(server),
                        GatewayHttpChains.origin(server).under("tls", problems)));
    return filters(scope, server)
        .map(
            filters ->
                new GatewayChain(
                    GatewayHttpChains.origin(server),
                    tls.isPresent() ? server.serverNames() : ImmutableList.of(),
                    ImmutableList.of(),
                    tls,
                    filters,
                    Optional.empty()));
  }

  private static ServerProtocol inside(MergedServer server) {
    return server.protocol() == Protocol.HTTPS ? ServerProtocol.HTTP : ServerProtocol.TCP;
  }

  private static Optional<ImmutableList<Filter>> filters(ProxyScope scope, MergedServer server) {
    for (VirtualService virtualService : GatewayRouteMatches.virtualServices(scope, server)) {
      for (int i = 0; i < virtualService.tcp().size(); i++) {
        TcpRoute rule = virtualService.tcp().get(i);
        if (matches(server, rule) && !rule.route().isEmpty()) {
          ConfigPart part =
              new ConfigPart(
                  ConfigKey.of("VirtualService", virtualService.metadata()), "spec.tcp[" + i + "]");
          return Optional.of(GatewayRouteFilters.of(scope, server, rule.route(), part));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean matches(MergedServer server, TcpRoute rule) {
    return rule.match().isEmpty()
        || rule.match().stream()
            .anyMatch(match -> GatewayRouteMatches.matches(server, match.port(), match.gateways()));
  }
}
