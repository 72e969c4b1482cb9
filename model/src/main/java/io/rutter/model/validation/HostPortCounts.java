// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.registry.Service;
import io.rutter.model.serviceentry.ServiceEntry;
import java.util.HashMap;
import java.util.Map;

/** How many ports all services of a host have together. */
final class HostPortCounts {
  private final Map<String, Long> byHost = new HashMap<>();

  /** Counts of services of the registry, by {@code name.namespace}. */
  private final Map<String, Long> byShortName = new HashMap<>();

  /** Counts of wildcards, cached because many rules may have the same. */
  private final Map<String, Long> byWildcard = new HashMap<>();

  private HostPortCounts() {}

  static HostPortCounts of(MeshSnapshot mesh) {
    HostPortCounts ports = new HostPortCounts();
    for (ServiceEntry entry : mesh.serviceEntries()) {
      entry
          .hosts()
          .forEach(host -> ports.byHost.merge(host, (long) entry.ports().size(), Long::sum));
    }
    for (Service service : mesh.services()) {
      long count = service.ports().size();
      ports.byHost.merge(service.hostname(), count, Long::sum);
      ports.byShortName.merge(
          service.metadata().name() + "." + service.metadata().namespace(), count, Long::sum);
    }
    return ports;
  }

  /** The number of ports of a host in a rule of this namespace; 0 if no service has the host. */
  long of(String host, String namespace) {
    if (host.startsWith("*")) {
      return byWildcard.computeIfAbsent(host.substring(1), this::endingWith);
    }
    long exact = byHost.getOrDefault(host, 0L);
    return host.indexOf('.') >= 0
        ? exact
        : exact + byShortName.getOrDefault(host + "." + namespace, 0L);
  }

  private long endingWith(String suffix) {
    return byHost.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(suffix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
