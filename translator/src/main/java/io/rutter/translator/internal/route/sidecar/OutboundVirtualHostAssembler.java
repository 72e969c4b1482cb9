// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static java.util.Comparator.comparing;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.common.RuleHosts;
import io.rutter.translator.internal.route.common.VirtualHosts;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The {@code VirtualHost}s of a sidecar's port: names and domains go to the first virtual host that
 * claims them, because Envoy accepts none twice. Istio document: Virtual Service, {@code hosts}.
 */
final class OutboundVirtualHostAssembler {
  private static final int HTTP_PORT = 80;

  private final ProxyScope scope;
  private final EgressIndex egress;
  private final int listenerPort;
  private final Set<String> names = new HashSet<>();

  /** The domains given out, in lower case: Envoy compares domains case-insensitively. */
  private final Set<String> domains = new HashSet<>();

  /** Hosts of services, with and without port, which no name derived from another host may hide. */
  private final Set<String> declared = new HashSet<>();

  private boolean contested;

  private OutboundVirtualHostAssembler(ProxyScope scope, EgressIndex egress, int listenerPort) {
    this.scope = scope;
    this.egress = egress;
    this.listenerPort = listenerPort;
  }

  /**
   * Virtual hosts.
   *
   * @param hosts the virtual hosts by name
   * @param names names of the virtual hosts of each VirtualService
   * @param contested whether any did not get a name or domain that it wanted
   */
  record Assembled(
      ImmutableList<VirtualHost> hosts,
      IdentityHashMap<VirtualService, List<String>> names,
      boolean contested) {}

  /**
   * The virtual hosts of a port, made in order of precedence.
   *
   * @param listenerPort the port of the services, or {@link VirtualHostPlanner#ANY_PORT}
   * @param plans what they are made from
   */
  static Assembled assemble(
      ProxyScope scope,
      EgressIndex egress,
      int listenerPort,
      ImmutableList<VirtualHostPlan> plans) {
    return new OutboundVirtualHostAssembler(scope, egress, listenerPort).assemble(plans);
  }

  private Assembled assemble(ImmutableList<VirtualHostPlan> plans) {
    for (VirtualHostPlan plan : plans) {
      for (RoutedService service : plan.services()) {
        declared.add(service.hostname());
        declared.add(VirtualHostNames.of(service.hostname(), plan.port()));
      }
    }
    List<VirtualHost> all = new ArrayList<>();
    IdentityHashMap<VirtualService, List<String>> ofRules = new IdentityHashMap<>();
    for (VirtualHostPlan plan : plans) {
      List<VirtualHost> made = new ArrayList<>();
      for (String host : plan.hosts()) {
        add(host, VirtualHostDomains.ofHost(host), plan).ifPresent(made::add);
      }
      for (RoutedService service : plan.services()) {
        add(service.hostname(), domains(service, plan.port()), plan).ifPresent(made::add);
      }
      all.addAll(made);
      plan.rule()
          .map(rule -> ofRules.computeIfAbsent(rule, r -> new ArrayList<>()))
          .ifPresent(itsNames -> made.forEach(host -> itsNames.add(host.getName())));
    }
    return new Assembled(
        ImmutableList.sortedCopyOf(comparing(VirtualHost::getName), all), ofRules, contested);
  }

  private VirtualHostDomains domains(RoutedService service, int port) {
    return VirtualHostDomains.ofService(
        service,
        egress.aliasesOf(service.service(), scope.mesh().services()),
        listenerPort == VirtualHostPlanner.ANY_PORT ? OptionalInt.of(port) : OptionalInt.empty(),
        scope);
  }

  private Optional<VirtualHost> add(String host, VirtualHostDomains wanted, VirtualHostPlan plan) {
    String name = VirtualHostNames.of(host, plan.port());
    if (!names.add(name)) {
      contested = true;
      return Optional.empty();
    }
    List<String> granted = new ArrayList<>();
    for (String domain : wanted.names()) {
      boolean hides = wanted.derived().contains(domain) && declared.contains(domain);
      if (!hides && domains.add(Ascii.toLowerCase(domain))) {
        granted.add(domain);
      } else {
        contested = true;
      }
    }
    List<String> served = served(granted, plan.port());
    return served.isEmpty()
        ? Optional.empty()
        : Optional.of(origins(VirtualHosts.of(scope, name, served, plan.routes()), host, plan));
  }

  /** Tells what a virtual host is made from: the rule's host, and the service of that name. */
  private VirtualHost origins(VirtualHost made, String host, VirtualHostPlan plan) {
    Origins origins = scope.origins();
    if (origins.areKept()) {
      for (VirtualService rule : plan.rule().stream().toList()) {
        RuleHosts.of(rule, host).forEach(part -> origins.add(made, part));
        scope
            .mesh()
            .virtualServices()
            .ruleLists(rule)
            .forEach(part -> origins.add(made, "routes", part));
      }
      plan.services().stream()
          .filter(service -> service.hostname().equals(host))
          .forEach(
              service -> origins.add(made, origins.places().port(service.service(), plan.port())));
    }
    return made;
  }

  /**
   * The domains to serve: where ports share the configuration, a host without a port means port 80.
   */
  private List<String> served(List<String> granted, int port) {
    return listenerPort == VirtualHostPlanner.ANY_PORT && port != HTTP_PORT
        ? granted.stream().filter(domain -> domain.indexOf(':') >= 0).toList()
        : granted;
  }
}
