// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.host.ImportedHosts;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.registry.ServicePorts;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The services that egress listeners import, cached as long as the services of the mesh are the
 * same: proxies with the same imports, and meshes that differ in other parts, share the same list
 * object. Safe for use by many threads.
 */
public final class ServiceImports {
  private final ServiceIndex services;
  private final Supplier<Imported> everywhere;
  private final Map<Key, Imported> known = new ConcurrentHashMap<>();

  public ServiceImports(ServiceIndex services) {
    this.services = services;
    this.everywhere = Suppliers.memoize(() -> Imported.of(services.everywhere()))::get;
  }

  private record Key(String namespace, ImmutableList<String> hosts, OptionalInt port) {}

  /**
   * Services in order of precedence.
   *
   * @param all all services; a host occurs twice if a namespace defines it twice
   * @param byHost one service for each host
   */
  record Imported(ImmutableList<Service> all, ImmutableMap<String, Service> byHost) {
    static Imported of(ImmutableList<Service> services) {
      ScopedServices scoped = new ScopedServices(ImmutableMap.of());
      services.forEach(scoped::add);
      return new Imported(services, scoped.byHost());
    }
  }

  /** The services that every namespace sees. */
  Imported everywhere() {
    return everywhere.get();
  }

  /** All services visible to a namespace. */
  Imported visibleTo(String namespace) {
    return shared(services.visibleTo(namespace));
  }

  /**
   * What a listener imports.
   *
   * @param namespace the namespace of the proxy
   * @param hosts the hosts as written in the Sidecar
   * @param imports the parsed hosts
   * @param port the port that services must have
   */
  Imported of(
      String namespace, ImmutableList<String> hosts, ImportedHosts imports, OptionalInt port) {
    Key key = new Key(namespace, hosts, port);
    Imported before = known.get(key);
    if (before != null) {
      return before;
    }
    ImmutableList<Service> candidates = candidates(namespace, imports);
    ImmutableList.Builder<Service> imported = ImmutableList.builder();
    for (Service service : candidates) {
      if (imports.importsService(service)) {
        ServicePorts.only(service, port).ifPresent(imported::add);
      }
    }
    ImmutableList<Service> chosen = oneNamespacePerHost(imported.build(), namespace);
    Imported made = shared(References.same(chosen, candidates) ? candidates : chosen);
    Imported other = known.putIfAbsent(key, made);
    return other == null ? made : other;
  }

  @SuppressWarnings("ReferenceEquality") // Only a list that is another object needs a new map.
  private Imported shared(ImmutableList<Service> list) {
    Imported all = everywhere.get();
    return list == all.all() ? all : Imported.of(list);
  }

  private ImmutableList<Service> candidates(String namespace, ImportedHosts imports) {
    return imports
        .exactHosts()
        .map(
            hosts ->
                hosts.stream()
                    .flatMap(host -> services.find(host.namespace(), host.hostname()).stream())
                    .filter(service -> services.isVisible(service, namespace))
                    .sorted(ServiceIndex.BY_AGE)
                    .collect(toImmutableList()))
        .orElseGet(() -> services.visibleTo(namespace));
  }

  private static ImmutableList<Service> oneNamespacePerHost(
      ImmutableList<Service> services, String namespace) {
    Map<String, Service> winners = new HashMap<>();
    for (Service service : services) {
      winners.merge(service.hostname(), service, (a, b) -> preferred(a, b, namespace));
    }
    if (winners.size() == services.size()) {
      return services;
    }
    Set<NamespacedHost> chosen =
        winners.values().stream().map(NamespacedHost::of).collect(toImmutableSet());
    return services.stream()
        .filter(service -> chosen.contains(NamespacedHost.of(service)))
        .collect(toImmutableList());
  }

  private static Service preferred(Service first, Service next, String namespace) {
    if (next.namespace().equals(namespace)) {
      return next;
    }
    return first.registry() != ServiceRegistry.KUBERNETES
            && next.registry() == ServiceRegistry.KUBERNETES
            && !first.namespace().equals(namespace)
        ? next
        : first;
  }
}
