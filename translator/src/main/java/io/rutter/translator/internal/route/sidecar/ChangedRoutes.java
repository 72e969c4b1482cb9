// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the route configurations of a sidecar again that a change of services and rules concerns.
 * Ports whose virtual hosts cannot be told apart are made as a whole.
 */
final class ChangedRoutes {
  private final ProxyScope scope;
  private final ProxyScope next;

  /** Each VirtualService whose routes are made again, old to new. */
  private final IdentityHashMap<VirtualService, VirtualService> rules;

  private final List<Problem> problems = new ArrayList<>();
  private final SidecarRouteConfigurationAssembler assembler;
  private final IdentityHashMap<PortVirtualHosts, PortVirtualHosts> ports = new IdentityHashMap<>();

  /**
   * A change.
   *
   * @param scope what the proxy saw
   * @param next what it sees now
   * @param rules each changed VirtualService, old to new; their hosts are the same
   */
  ChangedRoutes(
      ProxyScope scope, ProxyScope next, IdentityHashMap<VirtualService, VirtualService> rules) {
    this.scope = scope;
    this.next = next;
    this.rules = rules;
    this.assembler = new SidecarRouteConfigurationAssembler(next, problems::add);
    for (String host : next.sidecar().since(scope.sidecar()).hosts()) {
      for (EgressScope egress : scope.sidecar().egress()) {
        egress.rulesTo(host).forEach(rule -> rules.putIfAbsent(rule, rule));
      }
    }
  }

  /** The configurations of these names; absent if there are problems to report. */
  Optional<ImmutableList<SidecarRouteConfiguration>> of(
      List<SidecarRouteConfiguration> before, ImmutableSortedSet<String> names) {
    Map<String, SidecarRouteConfiguration> known = new HashMap<>();
    for (SidecarRouteConfiguration configuration : before) {
      known.put(configuration.message().getName(), configuration);
      PortVirtualHosts port = configuration.port();
      PortVirtualHosts now = ports.computeIfAbsent(port, this::changed);
      if (configuration.content() != SidecarRouteConfiguration.Content.NONE
          && port.listenerPort() != VirtualHostPlanner.ANY_PORT) {
        assembler.take(port.listenerPort(), now);
      }
    }
    ImmutableList.Builder<SidecarRouteConfiguration> all = ImmutableList.builder();
    for (String name : names) {
      SidecarRouteConfiguration configuration = known.get(name);
      all.add(configuration == null ? assembler.assemble(name) : changed(configuration));
    }
    return problems.isEmpty() ? Optional.of(all.build()) : Optional.empty();
  }

  private SidecarRouteConfiguration changed(SidecarRouteConfiguration configuration) {
    PortVirtualHosts now = ports.getOrDefault(configuration.port(), configuration.port());
    return switch (configuration.content()) {
      case NONE -> configuration;
      case ALL -> configuration.withAll(now);
      case ONE_SERVICE -> {
        SidecarRouteConfiguration made =
            References.same((Object) configuration.port().hosts(), now.hosts())
                ? new SidecarRouteConfiguration(
                    configuration.message(), now, configuration.content())
                : assembler.assemble(configuration.message().getName());
        yield made.message().equals(configuration.message())
            ? new SidecarRouteConfiguration(configuration.message(), now, made.content())
            : made;
      }
    };
  }

  private PortVirtualHosts changed(PortVirtualHosts port) {
    if (port.egress().isEmpty()) {
      return port;
    }
    EgressScope egress =
        next.sidecar().egress().get(scope.sidecar().egress().indexOf(port.egress().get()));
    return ChangedVirtualHosts.of(next, port, egress, rules)
        .orElseGet(() -> reusing(port, assembler.hosts(egress, port.listenerPort())));
  }

  /** The same virtual hosts, as the earlier objects where they are equal. */
  private static PortVirtualHosts reusing(PortVirtualHosts before, PortVirtualHosts now) {
    return new PortVirtualHosts(
        now.listenerPort(),
        now.egress(),
        now.services(),
        now.hosts().stream()
            .map(host -> before.host(host.getName()).filter(host::equals).orElse(host))
            .collect(toImmutableList()),
        now.names(),
        now.contested());
  }
}
