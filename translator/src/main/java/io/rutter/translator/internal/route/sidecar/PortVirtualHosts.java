// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The virtual hosts of a sidecar's port by name (except the catch-all one), with what they were
 * made from: if the rules of a VirtualService change and its hosts do not, only its own virtual
 * hosts are made again.
 */
final class PortVirtualHosts {
  private static final PortVirtualHosts NONE =
      new PortVirtualHosts(0, ImmutableMap.of(), ImmutableList.of(), new IdentityHashMap<>());

  private final int listenerPort;
  private final Map<String, RoutedService> services;
  private final ImmutableList<VirtualHost> hosts;

  /** Positions of the virtual hosts of each VirtualService. */
  private final IdentityHashMap<VirtualService, List<Integer>> positions;

  private PortVirtualHosts(
      int listenerPort,
      Map<String, RoutedService> services,
      ImmutableList<VirtualHost> hosts,
      IdentityHashMap<VirtualService, List<Integer>> positions) {
    this.listenerPort = listenerPort;
    this.services = services;
    this.hosts = hosts;
    this.positions = positions;
  }

  /** The virtual hosts of a port that nothing listens on. */
  static PortVirtualHosts none() {
    return NONE;
  }

  /**
   * Makes the virtual hosts of a port.
   *
   * @param listenerPort the port of the services, or {@link VirtualHostPlanner#ANY_PORT}
   */
  static PortVirtualHosts of(
      ProxyScope scope, EgressIndex egress, int listenerPort, ProblemSink problems) {
    VirtualHostPlanner planner = new VirtualHostPlanner(scope, egress, listenerPort, problems);
    List<OutboundVirtualHost> made =
        ImmutableList.sortedCopyOf(
            comparing(virtualHost -> virtualHost.host().getName()),
            OutboundVirtualHostAssembler.assemble(scope, egress, listenerPort, planner.plan()));
    IdentityHashMap<VirtualService, List<Integer>> positions = new IdentityHashMap<>();
    planner.rules().forEach(rule -> positions.put(rule, new ArrayList<>()));
    for (int i = 0; i < made.size(); i++) {
      int position = i;
      made.get(i).rule().map(positions::get).ifPresent(found -> found.add(position));
    }
    return new PortVirtualHosts(
        listenerPort,
        planner.services(),
        made.stream().map(OutboundVirtualHost::host).collect(toImmutableList()),
        positions);
  }

  ImmutableList<VirtualHost> hosts() {
    return hosts;
  }

  /**
   * Virtual hosts after a change of rules.
   *
   * @param hosts all virtual hosts
   * @param changed the virtual hosts that were made anew, by position
   */
  record Changed(PortVirtualHosts hosts, Map<Integer, VirtualHost> changed) {}

  /**
   * The virtual hosts with changed rules; absent if virtual hosts are added or removed, or if there
   * are problems to report.
   *
   * @param rules each changed VirtualService, old to new; its hosts are the same
   */
  Optional<Changed> with(ProxyScope scope, IdentityHashMap<VirtualService, VirtualService> rules) {
    Map<Integer, VirtualHost> changed = new TreeMap<>();
    IdentityHashMap<VirtualService, List<Integer>> next = new IdentityHashMap<>(positions);
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<VirtualService, VirtualService> rule : rules.entrySet()) {
      List<Integer> places = next.remove(rule.getKey());
      if (places == null) {
        continue;
      }
      ImmutableList<Route> routes =
          VirtualHostPlanner.routes(scope, rule.getValue(), listenerPort, services, problems::add);
      if (places.isEmpty() || routes.isEmpty() || !problems.isEmpty()) {
        return Optional.empty();
      }
      next.put(rule.getValue(), places);
      for (int place : places) {
        changed.put(place, hosts.get(place).toBuilder().clearRoutes().addAllRoutes(routes).build());
      }
    }
    List<VirtualHost> all = new ArrayList<>(hosts);
    changed.forEach(all::set);
    return Optional.of(
        new Changed(
            new PortVirtualHosts(listenerPort, services, ImmutableList.copyOf(all), next),
            changed));
  }
}
