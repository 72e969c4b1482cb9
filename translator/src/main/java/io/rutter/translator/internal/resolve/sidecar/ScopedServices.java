// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.registry.ServicePorts;
import io.rutter.translator.internal.resolve.rule.VirtualServiceDestinations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects the services of a scope, one for each host: the first, but a platform's service before a
 * ServiceEntry's; ports that other listeners or definitions add to the same service are merged in.
 * Istio document: Sidecar.
 */
final class ScopedServices {
  private final ImmutableMap<String, Service> first;

  /** Services added to the initial ones, or replacing one of them. */
  private final Map<String, Service> more = new LinkedHashMap<>();

  /** Starts with these services. */
  ScopedServices(ImmutableMap<String, Service> first) {
    this.first = first;
  }

  /** Adds a service, unless there is one of that host that it cannot be merged into. */
  @SuppressWarnings("ReferenceEquality") // Only saves work: the same service adds nothing.
  void add(Service service) {
    Service changed = more.get(service.hostname());
    Service there = changed == null ? first.get(service.hostname()) : changed;
    Service combined = there == null ? service : combined(there, service);
    if (combined != there) {
      more.put(service.hostname(), combined);
    }
  }

  /**
   * Adds the services that a VirtualService sends traffic to, with the ports that it names.
   *
   * @param destinations the ports by host
   * @param listenerPort the port that the listener matches, instead of the ports named
   */
  void addDestinations(
      ServiceIndex services,
      ImmutableSetMultimap<String, Integer> destinations,
      String namespace,
      OptionalInt listenerPort) {
    for (String host : destinations.keySet()) {
      services
          .lookup(host, namespace)
          .flatMap(service -> reduced(service, destinations.get(host), listenerPort))
          .ifPresent(this::add);
    }
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

  @SuppressWarnings("ReferenceEquality") // Only saves work: the same service adds nothing.
  private static Service combined(Service there, Service added) {
    if (there == added) {
      return there;
    }
    boolean platform = there.registry() == ServiceRegistry.KUBERNETES;
    if (platform != (added.registry() == ServiceRegistry.KUBERNETES)) {
      return platform ? there : added;
    }
    if (there.ports().equals(added.ports()) || !isSameService(there, added)) {
      return there;
    }
    ImmutableList<ServicePort> ports = union(there.ports(), added.ports());
    return ports.equals(there.ports()) ? there : there.toBuilder().ports(ports).build();
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

  /** The services in order of first appearance; the initial map itself if nothing was added. */
  ImmutableMap<String, Service> byHost() {
    if (more.isEmpty()) {
      return first;
    }
    Map<String, Service> all = new LinkedHashMap<>(first);
    all.putAll(more);
    return ImmutableMap.copyOf(all);
  }
}
