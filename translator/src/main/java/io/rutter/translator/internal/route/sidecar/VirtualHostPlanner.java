// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.model.Protocol;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.host.OverlappingHosts;
import io.rutter.translator.internal.route.http.DefaultRoute;
import io.rutter.translator.internal.route.http.RouteContext;
import io.rutter.translator.internal.route.http.RoutedService;
import io.rutter.translator.internal.route.http.VirtualServiceTranslator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Decides which routes the hosts of a sidecar's port get: the routes of the first VirtualService
 * with the host, else the default route of the service. Istio document: Virtual Service.
 */
final class VirtualHostPlanner {
  /** The port on which VirtualServices also serve hosts that are no services. */
  private static final int HTTP_PORT = 80;

  /** No port: all ports of all services share the route configuration (HTTP proxy, socket). */
  static final int ANY_PORT = 0;

  /** Port 80 first, because it gets the domains without a port. */
  private static final Comparator<Integer> HTTP_FIRST =
      Comparator.<Integer, Boolean>comparing(port -> port != HTTP_PORT)
          .thenComparing(Comparator.naturalOrder());

  private final ProxyScope scope;
  private final EgressIndex egress;
  private final int listenerPort;
  private final ProblemSink problems;
  private final Map<String, RoutedService> services;

  /** Made lazily: only needed for wildcard hosts, which are rare. */
  private final Supplier<OverlappingHosts> serviceHosts =
      Suppliers.memoize(this::indexServiceHosts)::get;

  VirtualHostPlanner(ProxyScope scope, EgressIndex egress, int listenerPort, ProblemSink problems) {
    this.scope = scope;
    this.egress = egress;
    this.listenerPort = listenerPort;
    this.problems = problems;
    this.services =
        listenerPort == ANY_PORT ? egress.services() : egress.servicesOnPort(listenerPort);
  }

  private OverlappingHosts indexServiceHosts() {
    OverlappingHosts hosts = new OverlappingHosts();
    services.keySet().forEach(host -> hosts.add(host, 0));
    return hosts;
  }

  /** The plans, those of VirtualServices first, in order of precedence. */
  ImmutableList<VirtualHostPlan> plan() {
    List<VirtualHostPlan> plans = new ArrayList<>();
    for (VirtualService virtualService : rules()) {
      addVirtualService(virtualService, plans);
    }
    Set<String> claimed = new HashSet<>();
    for (VirtualHostPlan plan : plans) {
      for (RoutedService service : plan.services()) {
        claimed.add(service.hostname());
      }
    }
    for (String host : ImmutableList.sortedCopyOf(services.keySet())) {
      if (!claimed.contains(host)) {
        addService(requireNonNull(services.get(host)), plans);
      }
    }
    return ImmutableList.copyOf(plans);
  }

  /** The VirtualServices that may have virtual hosts. */
  ImmutableList<VirtualService> rules() {
    return listenerPort == HTTP_PORT
        ? egress.virtualServices()
        : egress.virtualServices(services.keySet());
  }

  /** The services by host. */
  Map<String, RoutedService> services() {
    return services;
  }

  private void addVirtualService(VirtualService virtualService, List<VirtualHostPlan> plans) {
    List<String> hosts = new ArrayList<>();
    List<RoutedService> claimed = new ArrayList<>();
    split(virtualService, hosts, claimed);
    Map<Integer, List<RoutedService>> byPort = new TreeMap<>(HTTP_FIRST);
    for (RoutedService service : claimed) {
      for (ServicePort port : service.ports()) {
        if (isHttpOrDetected(port)) {
          byPort.computeIfAbsent(port.number(), number -> new ArrayList<>()).add(service);
        }
      }
    }
    if (byPort.isEmpty() && listenerPort == HTTP_PORT) {
      byPort.put(HTTP_PORT, List.of());
    }
    if (byPort.isEmpty()) {
      return;
    }
    ImmutableList<Route> routes = routes(scope, virtualService, listenerPort, services, problems);
    if (routes.isEmpty()) {
      return;
    }
    byPort.forEach(
        (port, services) ->
            plans.add(
                new VirtualHostPlan(
                    port,
                    ImmutableList.copyOf(hosts),
                    ImmutableList.copyOf(services),
                    routes,
                    Optional.of(virtualService))));
  }

  /** The routes of a VirtualService for a sidecar's port. */
  static ImmutableList<Route> routes(
      ProxyScope scope,
      VirtualService virtualService,
      int listenerPort,
      Map<String, RoutedService> services,
      ProblemSink problems) {
    return VirtualServiceTranslator.translate(
        RouteContext.forSidecar(
            scope,
            virtualService,
            listenerPort,
            host -> Optional.ofNullable(services.get(host)).or(() -> alias(scope, host)),
            problems));
  }

  /**
   * An alias is replaced by its host whatever the port. istiod treats it as a service of its own if
   * it lacks the port, but no proxy has such a cluster.
   */
  private static Optional<RoutedService> alias(ProxyScope scope, String host) {
    return scope
        .sidecar()
        .service(host)
        .filter(service -> service.resolution() == ServiceResolution.ALIAS)
        .map(service -> new RoutedService(service, service.hostname(), ImmutableList.of()));
  }

  /** Separates hosts that are services from the others; full names come before wildcards. */
  private void split(
      VirtualService virtualService, List<String> hosts, List<RoutedService> claimed) {
    for (String host : virtualService.hosts()) {
      if (!HostNames.isWildcard(host)) {
        RoutedService service = services.get(Ascii.toLowerCase(host));
        if (service == null) {
          hosts.add(Ascii.toLowerCase(host));
        } else {
          claimed.add(service);
        }
      }
    }
    for (String host : virtualService.hosts()) {
      if (HostNames.isWildcard(host)) {
        String wildcard = Ascii.toLowerCase(host);
        if (!serviceHosts.get().overlaps(wildcard)) {
          hosts.add(wildcard);
        }
        egress.mostSpecificFor(virtualService).stream()
            .filter(services::containsKey)
            .filter(name -> HostMatching.overlap(name, wildcard))
            .forEach(name -> claimed.add(services.get(name)));
      }
    }
  }

  private void addService(RoutedService service, List<VirtualHostPlan> plans) {
    if (service.service().resolution() == ServiceResolution.ALIAS) {
      return;
    }
    for (ServicePort port : service.ports()) {
      if (isHttpOrDetected(port)) {
        plans.add(
            new VirtualHostPlan(
                port.number(),
                ImmutableList.of(),
                ImmutableList.of(service),
                ImmutableList.of(
                    DefaultRoute.of(scope, service.service(), service.hostname(), port.number())),
                Optional.empty()));
      }
    }
  }

  /** Whether the port has virtual hosts. */
  static boolean isHttpOrDetected(ServicePort port) {
    Protocol protocol = port.protocol();
    return protocol.isHttp() || protocol.isUnsupported();
  }
}
