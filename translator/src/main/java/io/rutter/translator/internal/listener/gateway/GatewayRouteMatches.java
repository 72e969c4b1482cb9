// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which {@code tcp} and {@code tls} rules apply to a server of a Gateway. Only the port and the
 * gateways of a match are considered; its source and destination conditions are for sidecars. Istio
 * document: Virtual Service, {@code L4MatchAttributes}, {@code TLSMatchAttributes}.
 */
final class GatewayRouteMatches {
  private GatewayRouteMatches() {}

  /** The VirtualServices bound to a server, in order of precedence. */
  static ImmutableList<VirtualService> virtualServices(ProxyScope scope, MergedServer server) {
    return scope
        .mesh()
        .virtualServices()
        .forGateway(scope.proxy().namespace(), server.gatewayName())
        .stream()
        .filter(virtualService -> GatewayHosts.accepts(server.declared(), virtualService))
        .collect(toImmutableList());
  }

  /** Whether a match applies to a server. */
  static boolean matches(MergedServer server, OptionalInt port, List<String> gateways) {
    int number = port.orElse(0);
    return (number == 0 || number == server.declaredPort())
        && (gateways.isEmpty() || gateways.contains(server.gatewayName()));
  }

  /** The server's port as clients see it, which is the default port of destinations. */
  static ServicePort port(MergedServer server) {
    return ServicePort.builder()
        .number(server.declaredPort())
        .name(server.server().port().name())
        .protocol(server.protocol())
        .build();
  }
}
