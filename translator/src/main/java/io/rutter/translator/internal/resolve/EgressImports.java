// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.SidecarPort;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Works out what an egress listener imports. Istio document: Sidecar.
 *
 * <ul>
 *   <li>A service must be visible to the namespace and covered by an imported host.
 *   <li>A listener with a port, unless it is an HTTP proxy or a Unix socket, takes only services
 *       with that very port, and only that port of them.
 *   <li>Of one host in several namespaces only one is taken: the proxy's own, else the platform's,
 *       else the first.
 * </ul>
 */
final class EgressImports {
  /** Everything that is visible: the listener of proxies without Sidecar. */
  private static final EgressListener EVERYTHING = EgressListener.builder().hosts("*/*").build();

  private EgressImports() {}

  /** What a listener imports; an absent one imports everything that is visible. */
  static EgressScope of(
      ServiceIndex services,
      VirtualServiceIndex virtualServices,
      String namespace,
      Optional<EgressListener> declared) {
    EgressListener listener = declared.orElse(EVERYTHING);
    ImportedHosts imports = ImportedHosts.of(listener.hosts(), namespace);
    OptionalInt port = matchedPort(listener);
    ImmutableList.Builder<Service> imported = ImmutableList.builder();
    for (Service service : candidates(services, namespace, imports)) {
      if (imports.importsService(service)) {
        ServicePorts.only(service, port).ifPresent(imported::add);
      }
    }
    return new EgressScope(
        declared,
        imports,
        oneNamespacePerHost(imported.build(), namespace),
        virtualServices.forGateway(namespace, GatewayNames.MESH).stream()
            .filter(imports::importsVirtualService)
            .collect(toImmutableList()));
  }

  /** The port that services must have to be used by a listener. */
  static OptionalInt matchedPort(EgressListener listener) {
    Optional<SidecarPort> port = listener.port();
    boolean takesAll =
        port.isEmpty()
            || port.get().number().orElse(0) == 0
            || port.get().protocol().map(Protocol::parse).equals(Optional.of(Protocol.HTTP_PROXY));
    return takesAll ? OptionalInt.empty() : port.get().number();
  }

  private static ImmutableList<Service> candidates(
      ServiceIndex services, String namespace, ImportedHosts imports) {
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
