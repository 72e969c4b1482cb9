// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import static java.util.Comparator.comparing;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.resolve.GatewayHosts;
import io.rutter.translator.internal.resolve.MergedServer;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code RouteConfiguration} that servers of a gateway share. Istio documents: Gateway; Virtual
 * Service, {@code gateways}.
 *
 * <p>A host that several VirtualServices name gets the routes of all of them, the oldest first.
 */
final class GatewayRouteConfigurationAssembler {
  private final ProxyScope scope;
  private final ImmutableList<MergedServer> servers;
  private final GatewayVirtualServices virtualServices;
  private final boolean http3;
  private final ProblemSink problems;

  /** By host in lower case. */
  private final Map<String, GatewayVirtualHost> hosts = new LinkedHashMap<>();

  private final Map<RulesOfGateway, NumberedRoutes> routes = new HashMap<>();

  private GatewayRouteConfigurationAssembler(
      ProxyScope scope,
      ImmutableList<MergedServer> servers,
      GatewayVirtualServices virtualServices,
      ProblemSink problems) {
    this.scope = scope;
    this.servers = servers;
    this.virtualServices = virtualServices;
    this.http3 = servers.stream().anyMatch(MergedServer::quic);
    this.problems = problems;
  }

  private record RulesOfGateway(String gateway, ConfigKey virtualService) {}

  private record NumberedRoutes(int number, ImmutableList<Route> routes) {}

  /** The configuration of that name; one without virtual hosts if no server uses the name. */
  static RouteConfiguration assemble(
      ProxyScope scope, GatewayVirtualServices virtualServices, String name, ProblemSink problems) {
    ImmutableList<MergedServer> servers = scope.gateways().serversByRoute().get(name);
    return servers.isEmpty()
        ? RouteConfigurations.empty(name)
        : RouteConfigurations.of(
            name,
            new GatewayRouteConfigurationAssembler(scope, servers, virtualServices, problems)
                .virtualHosts());
  }

  private ImmutableList<VirtualHost> virtualHosts() {
    for (MergedServer server : servers) {
      virtualServices.of(server).forEach(virtualService -> serve(server, virtualService));
      if (redirectsToHttps(server)) {
        GatewayHosts.serverNames(server.server().hosts())
            .forEach(host -> virtualHost(host, server).requireHttps());
      }
    }
    return hosts.isEmpty()
        ? ImmutableList.of(blackhole())
        : ImmutableList.sortedCopyOf(
            comparing(VirtualHost::getName), GatewayVirtualHostMerger.merge(scope, hosts));
  }

  private void serve(MergedServer server, VirtualService virtualService) {
    ImmutableList<String> served = GatewayHosts.intersection(server, virtualService);
    if (served.isEmpty()) {
      return;
    }
    NumberedRoutes part = routes(server, virtualService);
    if (part.routes().isEmpty()) {
      return;
    }
    for (String host : served) {
      GatewayVirtualHost virtualHost = virtualHost(host, server);
      virtualHost.add(part.number(), part.routes());
      if (redirectsToHttps(server)) {
        virtualHost.requireHttps();
      }
    }
  }

  private GatewayVirtualHost virtualHost(String host, MergedServer server) {
    return hosts.computeIfAbsent(
        Ascii.toLowerCase(host),
        key -> new GatewayVirtualHost(VirtualHostNames.of(key, server.declaredPort())));
  }

  /** Made once for each Gateway, for the first of its servers that takes the VirtualService. */
  private NumberedRoutes routes(MergedServer server, VirtualService virtualService) {
    RulesOfGateway key =
        new RulesOfGateway(
            server.gatewayName(), ConfigKey.of("VirtualService", virtualService.metadata()));
    NumberedRoutes known = routes.get(key);
    if (known == null) {
      RouteContext context =
          RouteContext.of(
              scope,
              virtualService,
              server.gatewayName(),
              server.declaredPort(),
              server.server().tls().isPresent(),
              http3,
              host -> service(host, virtualService.metadata().namespace()),
              problems);
      known = new NumberedRoutes(routes.size(), VirtualServiceTranslator.translate(context));
      routes.put(key, known);
    }
    return known;
  }

  /** That of the VirtualService's namespace if the gateway may see it, else one that it sees. */
  private Optional<RoutedService> service(String host, String namespace) {
    return scope
        .mesh()
        .services()
        .find(namespace, host)
        .filter(found -> scope.mesh().services().isVisible(found, scope.proxy().namespace()))
        .or(() -> scope.sidecar().service(host))
        .map(RoutedService::of);
  }

  private static boolean redirectsToHttps(MergedServer server) {
    return server.server().tls().filter(ServerTls::httpsRedirect).isPresent();
  }

  /** Envoy wants a virtual host; one without routes answers 404. */
  private VirtualHost blackhole() {
    return VirtualHost.newBuilder()
        .setName(VirtualHostNames.blackhole(servers.get(0).declaredPort()))
        .addDomains("*")
        .build();
  }
}
