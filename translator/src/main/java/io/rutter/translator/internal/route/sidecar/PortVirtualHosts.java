// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The virtual hosts of a sidecar's port by name (except the catch-all one), with what they were
 * made from, so that {@link ChangedVirtualHosts} can make again only those that a change concerns.
 *
 * @param listenerPort the port of the services, or {@link VirtualHostPlanner#ANY_PORT}
 * @param egress what the listener imports; absent if nothing listens on the port
 * @param services the services by host
 * @param hosts the virtual hosts
 * @param names names of the virtual hosts of each VirtualService
 * @param contested whether any virtual host did not get a name or domain that it wanted
 */
record PortVirtualHosts(
    int listenerPort,
    Optional<EgressScope> egress,
    Map<String, RoutedService> services,
    ImmutableList<VirtualHost> hosts,
    IdentityHashMap<VirtualService, List<String>> names,
    boolean contested) {
  private static final PortVirtualHosts NONE =
      new PortVirtualHosts(
          0,
          Optional.empty(),
          ImmutableMap.of(),
          ImmutableList.of(),
          new IdentityHashMap<>(),
          false);

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
    OutboundVirtualHostAssembler.Assembled assembled =
        OutboundVirtualHostAssembler.assemble(scope, egress, listenerPort, planner.plan());
    IdentityHashMap<VirtualService, List<String>> names = new IdentityHashMap<>();
    planner.rules().forEach(rule -> names.put(rule, List.of()));
    names.putAll(assembled.names());
    return new PortVirtualHosts(
        listenerPort,
        Optional.of(egress.egress()),
        planner.services(),
        assembled.hosts(),
        names,
        assembled.contested());
  }

  /** The virtual host of a name. */
  Optional<VirtualHost> host(String name) {
    int place = place(name);
    return place < 0 ? Optional.empty() : Optional.of(hosts.get(place));
  }

  private int place(String name) {
    return Collections.binarySearch(Lists.transform(hosts, VirtualHost::getName), name);
  }

  /** All virtual hosts after some are replaced, added, or, where there is none, removed. */
  ImmutableList<VirtualHost> hostsWith(NavigableMap<String, @Nullable VirtualHost> changed) {
    ImmutableList.Builder<VirtualHost> all =
        ImmutableList.builderWithExpectedSize(hosts.size() + changed.size());
    int from = 0;
    for (Map.Entry<String, @Nullable VirtualHost> host : changed.entrySet()) {
      int found = place(host.getKey());
      int to = found < 0 ? -found - 1 : found;
      all.addAll(hosts.subList(from, to));
      from = found < 0 ? to : to + 1;
      if (host.getValue() != null) {
        all.add(host.getValue());
      }
    }
    return all.addAll(Iterables.skip(hosts, from)).build();
  }
}
