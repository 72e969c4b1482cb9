// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.host.ImportedHosts;
import io.rutter.translator.internal.resolve.host.MostSpecificHost;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import java.util.Optional;

/**
 * What a proxy sees through one egress listener of a Sidecar; without a Sidecar, one built-in
 * listener shows everything. Istio document: Sidecar, {@code IstioEgressListener}.
 */
public final class EgressScope {
  private final Optional<EgressListener> declared;
  private final ImportedHosts imports;
  private final ServiceImports.Imported services;
  private final ImmutableList<VirtualService> virtualServices;
  private final ImmutableList<VirtualService> tcpRules;
  private final MostSpecificHost<VirtualService> byHost;

  EgressScope(
      Optional<EgressListener> declared,
      ImportedHosts imports,
      ServiceImports.Imported services,
      ImmutableList<VirtualService> virtualServices) {
    this.declared = declared;
    this.imports = imports;
    this.services = services;
    this.virtualServices = virtualServices;
    this.tcpRules =
        virtualServices.stream()
            .filter(v -> !v.tls().isEmpty() || !v.tcp().isEmpty())
            .collect(toImmutableList());
    MostSpecificHost.Builder<VirtualService> hosts = MostSpecificHost.builder();
    for (VirtualService virtualService : virtualServices) {
      virtualService.hosts().forEach(host -> hosts.putIfAbsent(host, virtualService));
    }
    this.byHost = hosts.build();
  }

  /** The listener as written; absent for the built-in one. */
  public Optional<EgressListener> declared() {
    return declared;
  }

  /**
   * The services: first those exported to the namespace by name, then oldest first; for a listener
   * that matches ports, each has only that port. A host occurs twice if a namespace defines it
   * twice.
   */
  public ImmutableList<Service> services() {
    return services.all();
  }

  /** The services, one for each host. */
  ImmutableMap<String, Service> servicesByHost() {
    return services.byHost();
  }

  /** The VirtualServices, in order of precedence. */
  public ImmutableList<VirtualService> virtualServices() {
    return virtualServices;
  }

  /** The VirtualServices that have TCP or TLS rules. */
  public ImmutableList<VirtualService> tcpRules() {
    return tcpRules;
  }

  /** Whether the listener names a port. */
  public boolean hasPort() {
    return declared.flatMap(EgressListener::port).isPresent();
  }

  /**
   * The VirtualService of a service: one for exactly its host, else one with the longest wildcard;
   * the first in order of precedence among equals.
   */
  public Optional<VirtualService> mostSpecificVirtualService(String hostname) {
    return byHost.mostSpecific(hostname);
  }

  /** The aliases of a service that are imported together with it. */
  public ImmutableList<String> aliasesOf(Service service, ServiceIndex services) {
    ImmutableList.Builder<String> aliases = ImmutableList.builder();
    for (NamespacedHost alias : services.aliasesOf(service.hostname())) {
      if (importsAlias(service, alias.hostname())) {
        aliases.add(alias.hostname());
      }
    }
    return aliases.build();
  }

  /** Whether an alias of a service (an ExternalName service) is imported together with it. */
  public boolean importsAlias(Service service, String alias) {
    return imports.importsAlias(service, alias);
  }
}
