// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.virtualservice.VirtualService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects the services of a scope, one for each host: the first, but the platform's before that of
 * a ServiceEntry; ports that other listeners or definitions add to the same service are taken in.
 * Istio document: Sidecar.
 */
final class ScopedServices {
  private final Map<String, Service> byHost = new LinkedHashMap<>();

  /** Adds a service, unless one of that host is there and cannot take it in. */
  void add(Service service) {
    byHost.merge(service.hostname(), service, ScopedServices::combined);
  }

  /**
   * Adds the services that a VirtualService sends traffic to, with the ports that it names.
   *
   * @param listenerPort the port that the listener matches, in place of those
   */
  void addDestinations(
      ServiceIndex services,
      VirtualService virtualService,
      String namespace,
      OptionalInt listenerPort) {
    VirtualServiceDestinations.of(virtualService, namespace)
        .asMap()
        .forEach(
            (host, ports) ->
                services
                    .lookup(host, namespace)
                    .flatMap(service -> reduced(service, ImmutableSet.copyOf(ports), listenerPort))
                    .ifPresent(this::add));
  }

  private static Optional<Service> reduced(
      Service service, ImmutableSet<Integer> ports, OptionalInt listenerPort) {
    if (listenerPort.isPresent()) {
      return ServicePorts.only(service, listenerPort);
    }
    return ports.contains(VirtualServiceDestinations.ANY_PORT)
        ? Optional.of(service)
        : ServicePorts.only(service, ports);
  }

  private static Service combined(Service there, Service added) {
    if (there == added) {
      return there;
    }
    boolean platform = there.registry() == ServiceRegistry.KUBERNETES;
    if (platform != (added.registry() == ServiceRegistry.KUBERNETES)) {
      return platform ? there : added;
    }
    return there.ports().equals(added.ports()) || !isSameService(there, added)
        ? there
        : there.toBuilder().ports(union(there.ports(), added.ports())).build();
  }

  private static boolean isSameService(Service one, Service other) {
    return one.namespace().equals(other.namespace())
        && one.resolution() == other.resolution()
        && one.metadata().labels().equals(other.metadata().labels())
        && one.selector().equals(other.selector())
        && one.exportTo().equals(other.exportTo());
  }

  private static ImmutableList<ServicePort> union(
      ImmutableList<ServicePort> some, ImmutableList<ServicePort> others) {
    Map<Integer, ServicePort> byNumber = new LinkedHashMap<>();
    some.forEach(port -> byNumber.put(port.number(), port));
    others.forEach(port -> byNumber.putIfAbsent(port.number(), port));
    return ImmutableList.copyOf(byNumber.values());
  }

  /** What was collected, in order of first appearance. */
  ImmutableMap<String, Service> byHost() {
    return ImmutableMap.copyOf(byHost);
  }
}
