// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.translator.internal.resolve.EgressScope;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code RouteConfiguration}s of a sidecar's outbound listeners. Istio documents: Virtual
 * Service; Sidecar, {@code egress}.
 *
 * <ul>
 *   <li>{@code 9080}: all services with that port, and a last virtual host for all other hosts.
 *   <li>{@code reviews.default.svc.cluster.local:9080}: the one service that a listener stands for
 *       whose protocol is found out by looking.
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
  private final Map<Integer, ImmutableList<VirtualHost>> ofPort = new HashMap<>();
  private final Map<Integer, Map<String, VirtualHost>> ofPortByDomain = new HashMap<>();

  SidecarRouteConfigurationAssembler(ProxyScope scope, ProblemSink problems) {
    this.scope = scope;
    this.problems = problems;
  }

  /** The configuration of that name; one without virtual hosts if the name means nothing. */
  RouteConfiguration assemble(String name) {
    if (name.equals(HTTP_PROXY) || name.startsWith(UNIX_PREFIX)) {
      return configuration(name, withCatchAll(virtualHosts(name, VirtualHostPlanner.ANY_PORT)));
    }
    int colon = name.indexOf(':');
    Optional<Integer> port = Optional.ofNullable(Ints.tryParse(name.substring(colon + 1)));
    if (port.isEmpty()) {
      return RouteConfigurations.empty(name);
    }
    return colon < 0
        ? configuration(name, withCatchAll(ofPort(name, port.get())))
        : configuration(name, ofDetectedService(name, port.get()));
  }

  private static RouteConfiguration configuration(String name, List<VirtualHost> virtualHosts) {
    return RouteConfigurations.of(name, virtualHosts);
  }

  private ImmutableList<VirtualHost> ofPort(String name, int port) {
    // Not computeIfAbsent: a port that an HTTP proxy listens on leads to the other maps.
    ImmutableList<VirtualHost> known = ofPort.get(port);
    if (known == null) {
      known = virtualHosts(name, port);
      ofPort.put(port, known);
    }
    return known;
  }

  /** Only that service, whatever host the request names: it came for the service's address. */
  private ImmutableList<VirtualHost> ofDetectedService(String name, int port) {
    Map<String, VirtualHost> byDomain =
        ofPortByDomain.computeIfAbsent(port, p -> byDomain(ofPort(name, p)));
    VirtualHost found = byDomain.get(name);
    if (found == null) {
      found = byDomain.get(name.substring(0, name.lastIndexOf(':')));
    }
    return found == null
        ? ImmutableList.of()
        : ImmutableList.of(found.toBuilder().clearDomains().addDomains("*").build());
  }

  private static Map<String, VirtualHost> byDomain(ImmutableList<VirtualHost> virtualHosts) {
    Map<String, VirtualHost> byDomain = new HashMap<>();
    for (VirtualHost virtualHost : virtualHosts) {
      virtualHost.getDomainsList().forEach(domain -> byDomain.put(domain, virtualHost));
    }
    return byDomain;
  }

  private List<VirtualHost> withCatchAll(List<VirtualHost> virtualHosts) {
    return ImmutableList.<VirtualHost>builder()
        .addAll(virtualHosts)
        .add(CatchAllVirtualHostAssembler.assemble(scope))
        .build();
  }

  private ImmutableList<VirtualHost> virtualHosts(String name, int port) {
    return scope
        .sidecar()
        .egressFor(port, name)
        .map(
            egress ->
                OutboundVirtualHostAssembler.assemble(
                    scope,
                    indexes.computeIfAbsent(egress, EgressIndex::new),
                    isHttpProxy(egress) ? VirtualHostPlanner.ANY_PORT : port,
                    problems))
        .map(hosts -> ImmutableList.sortedCopyOf(comparing(VirtualHost::getName), hosts))
        .orElse(ImmutableList.of());
  }

  private static boolean isHttpProxy(EgressScope egress) {
    return egress
        .declared()
        .flatMap(EgressListener::port)
        .flatMap(SidecarPort::protocol)
        .filter(protocol -> Protocol.parse(protocol) == Protocol.HTTP_PROXY)
        .isPresent();
  }
}
