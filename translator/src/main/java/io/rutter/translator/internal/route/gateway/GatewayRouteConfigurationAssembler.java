// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.route.common.RouteConfigurations;
import io.rutter.translator.internal.route.common.RuleHosts;
import io.rutter.translator.internal.route.http.RouteContext;
import io.rutter.translator.internal.route.http.VirtualServiceTranslator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code RouteConfiguration} that servers of a gateway share. Istio documents: Gateway; Virtual
 * Service, {@code gateways}.
 *
 * <p>A host that several VirtualServices name gets the routes of all of them, the oldest first.
 */
public final class GatewayRouteConfigurationAssembler {
  private final ProxyScope scope;
  private final ImmutableList<MergedServer> servers;
  private final GatewayVirtualServices virtualServices;
  private final GatewayServices services;
  private final boolean http3;
  private final ProblemSink problems;

  /** Virtual hosts by host in lower case. */
  private final Map<String, GatewayVirtualHost> hosts = new LinkedHashMap<>();

  /**
   * Routes that earlier servers of the same Gateway used, for reuse by its other servers. These see
   * the same VirtualService objects, and the servers of a Gateway follow each other in a route
   * configuration.
   */
  private IdentityHashMap<VirtualService, GatewayRoutes> ofGateway = new IdentityHashMap<>();

  private GatewayRouteConfigurationAssembler(
      ProxyScope scope,
      ImmutableList<MergedServer> servers,
      GatewayVirtualServices virtualServices,
      GatewayServices services,
      ProblemSink problems) {
    this.scope = scope;
    this.servers = servers;
    this.virtualServices = virtualServices;
    this.services = services;
    this.http3 = servers.stream().anyMatch(MergedServer::quic);
    this.problems = problems;
  }

  /** The configuration of that name; one without virtual hosts if no server uses the name. */
  public static RouteConfiguration assemble(
      ProxyScope scope,
      GatewayVirtualServices virtualServices,
      GatewayServices services,
      String name,
      ProblemSink problems) {
    ImmutableList<MergedServer> servers = scope.gateways().serversByRoute().get(name);
    return servers.isEmpty()
        ? RouteConfigurations.empty(name)
        : RouteConfigurations.of(
            name,
            new GatewayRouteConfigurationAssembler(
                    scope, servers, virtualServices, services, problems)
                .virtualHosts());
  }

  private ImmutableList<VirtualHost> virtualHosts() {
    for (int i = 0; i < servers.size(); i++) {
      MergedServer server = servers.get(i);
      boolean last = i + 1 == servers.size() || !haveSameGateway(server, servers.get(i + 1));
      for (VirtualService virtualService : virtualServices.of(server)) {
        serve(server, virtualService, last);
      }
      if (redirectsToHttps(server)) {
        server.serverNames().forEach(host -> requireHttps(virtualHost(host, server), server));
      }
      if (last && !ofGateway.isEmpty()) {
        ofGateway = new IdentityHashMap<>();
      }
    }
    return hosts.isEmpty()
        ? ImmutableList.of(blackhole())
        : GatewayVirtualHostMerger.merge(scope, hosts.values());
  }

  private static boolean haveSameGateway(MergedServer one, MergedServer other) {
    return one.gatewayName().equals(other.gatewayName());
  }

  private void serve(MergedServer server, VirtualService virtualService, boolean last) {
    ImmutableList<String> served = GatewayHosts.intersection(server.declared(), virtualService);
    if (served.isEmpty()) {
      return;
    }
    GatewayRoutes routes = routes(server, virtualService, last);
    if (routes.routes().isEmpty()) {
      return;
    }
    for (String host : served) {
      GatewayVirtualHost virtualHost = virtualHost(host, server);
      virtualHost.add(routes);
      if (scope.origins().areKept()) {
        virtualHost.from("", RuleHosts.of(virtualService, host));
        virtualHost.from("routes", scope.mesh().virtualServices().ruleLists(virtualService));
      }
      if (redirectsToHttps(server)) {
        requireHttps(virtualHost, server);
      }
    }
  }

  private void requireHttps(GatewayVirtualHost virtualHost, MergedServer server) {
    virtualHost.requireHttps();
    if (scope.origins().areKept()) {
      virtualHost.from("requireTls", ImmutableList.of(server.part("tls.httpsRedirect")));
    }
  }

  private GatewayVirtualHost virtualHost(String host, MergedServer server) {
    GatewayVirtualHost virtualHost =
        hosts.computeIfAbsent(
            Ascii.toLowerCase(host),
            key -> new GatewayVirtualHost(key, VirtualHostNames.of(key, server.declaredPort())));
    if (scope.origins().areKept()) {
      virtualHost.from("", ImmutableList.of(server.part("hosts")));
    }
    return virtualHost;
  }

  /**
   * The routes of a VirtualService, made once per Gateway for the first server that needs them.
   *
   * @param last whether no other server of the Gateway will ask
   */
  private GatewayRoutes routes(MergedServer server, VirtualService virtualService, boolean last) {
    GatewayRoutes known = ofGateway.get(virtualService);
    if (known == null) {
      known = new GatewayRoutes(translate(server, virtualService));
      if (!last) {
        ofGateway.put(virtualService, known);
      }
    }
    return known;
  }

  private ImmutableList<Route> translate(MergedServer server, VirtualService virtualService) {
    return VirtualServiceTranslator.translate(
        RouteContext.forGateway(
            scope,
            virtualService,
            server,
            http3,
            services.ofNamespace(virtualService.metadata().namespace()),
            problems));
  }

  private static boolean redirectsToHttps(MergedServer server) {
    return server.server().tls().isPresent() && server.server().tls().get().httpsRedirect();
  }

  /** Envoy requires a virtual host; one without routes answers 404. */
  private VirtualHost blackhole() {
    VirtualHost made =
        VirtualHost.newBuilder()
            .setName(VirtualHostNames.blackhole(servers.get(0).declaredPort()))
            .addDomains("*")
            .build();
    if (scope.origins().areKept()) {
      servers.forEach(server -> scope.origins().add(made, server.part("hosts")));
    }
    return made;
  }
}
