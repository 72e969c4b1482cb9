// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.host.OverlappingHosts;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an egress listener imports, indexed for its route configurations: each needs the services of
 * one port only, and a mesh has many ports.
 */
final class EgressIndex {
  private final EgressScope egress;
  private final ListMultimap<Integer, RoutedService> byPort = ArrayListMultimap.create();

  /** Positions of VirtualServices by host. */
  private final OverlappingHosts virtualServiceHosts = new OverlappingHosts();

  /** Hosts of services by the VirtualService whose host is the most specific one for them. */
  private final ImmutableListMultimap<ConfigKey, String> mostSpecific;

  EgressIndex(EgressScope egress) {
    this.egress = egress;
    for (Service service : egress.services()) {
      ports(service)
          .forEach(
              (number, port) ->
                  byPort.put(
                      number,
                      new RoutedService(
                          service, Ascii.toLowerCase(service.hostname()), ImmutableList.of(port))));
    }
    boolean anyWildcard = false;
    for (int i = 0; i < egress.virtualServices().size(); i++) {
      for (String host : egress.virtualServices().get(i).hosts()) {
        virtualServiceHosts.add(Ascii.toLowerCase(host), i);
        anyWildcard |= HostNames.isWildcard(host);
      }
    }
    this.mostSpecific = anyWildcard ? mostSpecific(egress) : ImmutableListMultimap.of();
  }

  /** What is indexed. */
  EgressScope egress() {
    return egress;
  }

  /** The first port of each number. */
  private static Map<Integer, ServicePort> ports(Service service) {
    Map<Integer, ServicePort> ports = new LinkedHashMap<>();
    for (ServicePort port : service.ports()) {
      if (port.protocol() != Protocol.UDP) {
        ports.putIfAbsent(port.number(), port);
      }
    }
    return ports;
  }

  private static ImmutableListMultimap<ConfigKey, String> mostSpecific(EgressScope egress) {
    ImmutableListMultimap.Builder<ConfigKey, String> found = ImmutableListMultimap.builder();
    for (Service service : egress.services()) {
      egress
          .mostSpecificVirtualService(service.hostname())
          .ifPresent(vs -> found.put(key(vs), Ascii.toLowerCase(service.hostname())));
    }
    return found.build();
  }

  /**
   * The services that have a port, by host, each with that port only; the last of several with one
   * host.
   */
  Map<String, RoutedService> servicesOnPort(int port) {
    Map<String, RoutedService> services = new LinkedHashMap<>();
    byPort.get(port).forEach(service -> services.put(service.hostname(), service));
    return services;
  }

  /** All services by host, with all ports. */
  Map<String, RoutedService> services() {
    Map<String, RoutedService> services = new LinkedHashMap<>();
    egress.services().forEach(s -> services.put(s.hostname(), RoutedService.of(s)));
    return services;
  }

  /** All VirtualServices, in order of precedence. */
  ImmutableList<VirtualService> virtualServices() {
    return egress.virtualServices();
  }

  /** The VirtualServices with a host that overlaps one of these, in order of precedence. */
  ImmutableList<VirtualService> virtualServices(Iterable<String> hosts) {
    BitSet positions = new BitSet();
    hosts.forEach(host -> virtualServiceHosts.find(host, positions));
    return positions.stream().mapToObj(egress.virtualServices()::get).collect(toImmutableList());
  }

  /** The other names of a service that are imported together with it. */
  ImmutableList<String> aliasesOf(Service service, ServiceIndex services) {
    return egress.aliasesOf(service, services);
  }

  /** Hosts of the services for which no VirtualService has a more specific host than this one. */
  List<String> mostSpecificFor(VirtualService virtualService) {
    return mostSpecific.get(key(virtualService));
  }

  private static ConfigKey key(VirtualService virtualService) {
    return ConfigKey.of("VirtualService", virtualService.metadata());
  }
}
