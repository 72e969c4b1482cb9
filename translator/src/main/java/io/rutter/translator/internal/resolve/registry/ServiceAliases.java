// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Aliases of services: ExternalName services that point to a host of the mesh, directly or through
 * other aliases. Circular aliases are ignored. Kubernetes document: Service, {@code type:
 * ExternalName}.
 */
final class ServiceAliases {
  private ServiceAliases() {}

  /** The aliases of each host, by namespace and host; {@code services} is oldest first. */
  static ImmutableListMultimap<String, NamespacedHost> of(List<Service> services) {
    Map<String, String> next = new HashMap<>();
    for (Service service : services) {
      if (service.resolution() == ServiceResolution.ALIAS) {
        next.putIfAbsent(service.hostname(), service.aliasOf().orElse(""));
      }
    }
    return services.stream()
        .filter(service -> service.resolution() == ServiceResolution.ALIAS)
        .sorted(comparing(Service::namespace).thenComparing(Service::hostname))
        .flatMap(
            service ->
                target(service, next).stream()
                    .map(target -> Map.entry(target, NamespacedHost.of(service))))
        .collect(toImmutableListMultimap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<String> target(Service alias, Map<String, String> next) {
    Set<String> seen = new HashSet<>(Set.of(alias.hostname()));
    String target = alias.aliasOf().orElse("");
    while (next.containsKey(target)) {
      if (!seen.add(target)) {
        return Optional.empty();
      }
      target = next.getOrDefault(target, "");
    }
    return Optional.of(target);
  }
}
