// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ports of services by host, as clusters can be made of them: neither those of UDP nor those of
 * services that only stand for another host. Many services may share a host, and many clusters be
 * missing, so each host is gone through once.
 */
final class DeclaredPorts {
  private final ServiceIndex services;
  private final Map<String, OfHost> hosts = new HashMap<>();

  DeclaredPorts(ServiceIndex services) {
    this.services = services;
  }

  /** What is known of a host; {@code declared} has the first of those with one key. */
  private record OfHost(
      ImmutableList<Service> services, Set<Integer> ports, Map<ConfigKey, Service> declared) {}

  /** The services of a host that have endpoints of their own. */
  ImmutableList<Service> services(String host) {
    return of(host).services();
  }

  /** Whether some service of the host has the port. */
  boolean have(String host, int port) {
    return of(host).ports().contains(port);
  }

  /** The service as it is declared, with all of its ports, for what a proxy sees of it. */
  Service declared(Service seen) {
    return Optional.ofNullable(of(seen.hostname()).declared().get(key(seen))).orElse(seen);
  }

  static boolean has(Service service, int number) {
    return service.ports().stream().anyMatch(port -> port.number() == number && isUsed(port));
  }

  static boolean isUsed(ServicePort port) {
    return port.protocol() != Protocol.UDP;
  }

  private OfHost of(String host) {
    return hosts.computeIfAbsent(host, this::read);
  }

  private OfHost read(String host) {
    ImmutableList<Service> all =
        services.ofHost(host).stream()
            .filter(service -> service.resolution() != ServiceResolution.ALIAS)
            .collect(toImmutableList());
    Set<Integer> ports = new HashSet<>();
    Map<ConfigKey, Service> declared = new HashMap<>();
    for (Service service : all) {
      declared.putIfAbsent(key(service), service);
      service.ports().stream().filter(DeclaredPorts::isUsed).forEach(p -> ports.add(p.number()));
    }
    return new OfHost(all, ports, declared);
  }

  private static ConfigKey key(Service service) {
    return ConfigKey.of(service.sourceKind(), service.metadata());
  }
}
