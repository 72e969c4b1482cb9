// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.sidecar.EgressDifference;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import io.rutter.translator.internal.route.common.VirtualHosts;
import io.rutter.translator.internal.route.http.DefaultRoute;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the virtual hosts of a port again that a change concerns: those of VirtualServices with
 * other rules or other destinations, and those of services that came, went or changed, if no other
 * virtual host has a say in their names and domains.
 */
final class ChangedVirtualHosts {
  private final ProxyScope scope;
  private final PortVirtualHosts before;
  private final EgressScope egress;
  private final EgressDifference services;
  private final Map<String, RoutedService> byHost;

  /** Virtual hosts that are new or different; null for those that are gone. */
  private final TreeMap<String, @Nullable VirtualHost> changed = new TreeMap<>();

  private final IdentityHashMap<VirtualService, List<String>> names;

  private ChangedVirtualHosts(
      ProxyScope scope, PortVirtualHosts before, EgressScope egress, EgressDifference services) {
    this.scope = scope;
    this.before = before;
    this.egress = egress;
    this.services = services;
    this.byHost =
        services.concerns(before.listenerPort())
            ? new HashMap<>(before.services())
            : before.services();
    this.names = new IdentityHashMap<>(before.names());
  }

  /**
   * The virtual hosts after a change.
   *
   * @param scope what the proxy sees now
   * @param before the virtual hosts as they were
   * @param egress what the listener imports now
   * @param rules each changed VirtualService, old to new, and each with other destinations; the
   *     hosts of both are the same
   * @return absent if the port has to be made as a whole
   */
  static Optional<PortVirtualHosts> of(
      ProxyScope scope,
      PortVirtualHosts before,
      EgressScope egress,
      IdentityHashMap<VirtualService, VirtualService> rules) {
    EgressDifference services = egress.since(before.egress().orElseThrow());
    ChangedVirtualHosts changes = new ChangedVirtualHosts(scope, before, egress, services);
    return changes.changeServices() && changes.changeRules(rules)
        ? Optional.of(changes.result())
        : Optional.empty();
  }

  private PortVirtualHosts result() {
    return new PortVirtualHosts(
        before.listenerPort(),
        Optional.of(egress),
        byHost,
        changed.isEmpty() ? before.hosts() : before.hostsWith(changed),
        names,
        before.contested());
  }

  /** Returns false if virtual hosts are added or removed, or if there are problems to report. */
  private boolean changeRules(IdentityHashMap<VirtualService, VirtualService> rules) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<VirtualService, VirtualService> rule : rules.entrySet()) {
      List<String> itsNames = names.remove(rule.getKey());
      if (itsNames == null) {
        continue;
      }
      ImmutableList<Route> routes =
          VirtualHostPlanner.routes(
              scope, rule.getValue(), before.listenerPort(), byHost, problems::add);
      if (itsNames.isEmpty() || routes.isEmpty() || !problems.isEmpty()) {
        return false;
      }
      names.put(rule.getValue(), itsNames);
      for (String name : itsNames) {
        VirtualHost old = before.host(name).orElseThrow();
        changed.put(name, old.toBuilder().clearRoutes().addAllRoutes(routes).build());
      }
    }
    return true;
  }

  /** Returns false if services change virtual hosts that are not theirs alone. */
  private boolean changeServices() {
    if (services.before().isEmpty() && services.now().isEmpty()) {
      return services.sameOrder();
    }
    boolean anyPort = before.listenerPort() == VirtualHostPlanner.ANY_PORT;
    if (anyPort || !services.sameOrder()) {
      return false;
    }
    if (!services.concerns(before.listenerPort())) {
      return true;
    }
    if (before.contested() || !services.apart()) {
      return false;
    }
    for (Service service : services.before()) {
      byHost.remove(service.hostname());
      before
          .host(VirtualHostNames.of(service.hostname(), before.listenerPort()))
          .ifPresent(gone -> changed.put(gone.getName(), null));
    }
    Set<String> wanted = new HashSet<>();
    for (Service service : services.now()) {
      Optional<ServicePort> port = port(service);
      if (port.isPresent() && !add(service, port.get(), wanted)) {
        return false;
      }
    }
    return wanted.isEmpty() || areFree(wanted);
  }

  private Optional<ServicePort> port(Service service) {
    return service.ports().stream()
        .filter(port -> port.protocol() != Protocol.UDP)
        .filter(port -> port.number() == before.listenerPort())
        .findFirst();
  }

  private boolean add(Service service, ServicePort port, Set<String> wanted) {
    RoutedService routed = new RoutedService(service, service.hostname(), ImmutableList.of(port));
    byHost.put(routed.hostname(), routed);
    if (service.resolution() == ServiceResolution.ALIAS
        || !VirtualHostPlanner.isHttpOrDetected(port)) {
      return true;
    }
    String name = VirtualHostNames.of(routed.hostname(), port.number());
    List<String> domains =
        VirtualHostDomains.ofService(
                routed,
                egress.aliasesOf(service, scope.mesh().services()),
                OptionalInt.empty(),
                scope)
            .names();
    changed.put(
        name,
        VirtualHosts.of(
            scope,
            name,
            domains,
            ImmutableList.of(DefaultRoute.of(scope, service, routed.hostname(), port.number()))));
    for (String domain : domains) {
      if (!wanted.add(Ascii.toLowerCase(domain))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no virtual host that stays has one of these domains. */
  private boolean areFree(Set<String> wanted) {
    for (VirtualHost host : before.hosts()) {
      boolean stays = !changed.containsKey(host.getName());
      for (String domain : host.getDomainsList()) {
        if (stays && wanted.contains(Ascii.toLowerCase(domain))) {
          return false;
        }
      }
    }
    return true;
  }
}
