// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import io.rutter.translator.internal.route.common.RouteConfigurations;
import io.rutter.translator.internal.route.sidecar.SidecarRouteConfiguration.Content;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code RouteConfiguration}s of a sidecar's outbound listeners. Istio documents: Virtual
 * Service; Sidecar, {@code egress}.
 *
 * <ul>
 *   <li>{@code 9080}: all services with that port, and a catch-all virtual host.
 *   <li>{@code reviews.default.svc.cluster.local:9080}: the only service of a listener with
 *       protocol detection.
 *   <li>{@code http_proxy} and {@code unix://...}: all services with all ports.
 * </ul>
 *
 * <p>One instance makes all configurations of one proxy, which share what they are made from.
 */
final class SidecarRouteConfigurationAssembler {
  private static final String HTTP_PROXY = "http_proxy";
  private static final String UNIX_PREFIX = "unix://";

  private final ProxyScope scope;
  private final ProblemSink problems;
  private final IdentityHashMap<EgressScope, EgressIndex> indexes = new IdentityHashMap<>();
  private final Map<Integer, PortVirtualHosts> ofPort = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> placesByDomain = new HashMap<>();

  SidecarRouteConfigurationAssembler(ProxyScope scope, ProblemSink problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** Takes over the virtual hosts of a port, which configurations of that number are made of. */
  void take(int port, PortVirtualHosts known) {
    ofPort.put(port, known);
  }

  /** The virtual hosts behind a configuration of that name and port, made as a whole. */
  PortVirtualHosts hosts(EgressScope egress, int listenerPort) {
    return PortVirtualHosts.of(
        scope, indexes.computeIfAbsent(egress, EgressIndex::new), listenerPort, problems);
  }

  /** The configuration of that name; without virtual hosts if the name is unknown. */
  SidecarRouteConfiguration assemble(String name) {
    if (name.equals(HTTP_PROXY) || name.startsWith(UNIX_PREFIX)) {
      return withCatchAll(name, virtualHosts(name, VirtualHostPlanner.ANY_PORT));
    }
    int colon = name.indexOf(':');
    Optional<Integer> port = Optional.ofNullable(Ints.tryParse(name.substring(colon + 1)));
    if (port.isEmpty()) {
      return new SidecarRouteConfiguration(
          RouteConfigurations.empty(name), PortVirtualHosts.none(), Content.NONE);
    }
    return colon < 0
        ? withCatchAll(name, ofPort(name, port.get()))
        : ofDetectedService(name, port.get());
  }

  private PortVirtualHosts ofPort(String name, int port) {
    // Not computeIfAbsent, because an HTTP proxy port makes this method write to the other maps.
    PortVirtualHosts known = ofPort.get(port);
    if (known == null) {
      known = virtualHosts(name, port);
      ofPort.put(port, known);
    }
    return known;
  }

  /**
   * A configuration with that service only, whatever host the request names, because the connection
   * was made to the service's address.
   */
  private SidecarRouteConfiguration ofDetectedService(String name, int port) {
    PortVirtualHosts hosts = ofPort(name, port);
    Map<String, Integer> places =
        placesByDomain.computeIfAbsent(port, p -> placesByDomain(hosts.hosts()));
    Integer found = places.get(name);
    if (found == null) {
      found = places.get(name.substring(0, name.lastIndexOf(':')));
    }
    if (found == null) {
      return new SidecarRouteConfiguration(
          RouteConfigurations.of(name, ImmutableList.of()), hosts, Content.ONE_SERVICE);
    }
    VirtualHost forAllHosts = SidecarRouteConfiguration.forAllHosts(hosts.hosts().get(found));
    scope.origins().pass(hosts.hosts().get(found), forAllHosts);
    return new SidecarRouteConfiguration(
        RouteConfigurations.of(name, ImmutableList.of(forAllHosts)), hosts, Content.ONE_SERVICE);
  }

  private static Map<String, Integer> placesByDomain(ImmutableList<VirtualHost> virtualHosts) {
    Map<String, Integer> byDomain = new HashMap<>();
    for (int i = 0; i < virtualHosts.size(); i++) {
      for (String domain : virtualHosts.get(i).getDomainsList()) {
        byDomain.put(domain, i);
      }
    }
    return byDomain;
  }

  private SidecarRouteConfiguration withCatchAll(String name, PortVirtualHosts hosts) {
    return new SidecarRouteConfiguration(
        RouteConfigurations.of(
            name,
            ImmutableList.<VirtualHost>builder()
                .addAll(hosts.hosts())
                .add(CatchAllVirtualHostAssembler.assemble(scope))
                .build()),
        hosts,
        Content.ALL);
  }

  private PortVirtualHosts virtualHosts(String name, int port) {
    return scope
        .sidecar()
        .egressFor(port, name)
        .map(egress -> hosts(egress, isHttpProxy(egress) ? VirtualHostPlanner.ANY_PORT : port))
        .orElseGet(PortVirtualHosts::none);
  }

  private static boolean isHttpProxy(EgressScope egress) {
    return egress
        .declared()
        .flatMap(EgressListener::port)
        .flatMap(SidecarPort::protocol)
        .filter(protocol -> protocol == Protocol.HTTP_PROXY)
        .isPresent();
  }
}
