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
 * What one egress listener of a Sidecar lets a proxy see; without a Sidecar there is one that lets
 * it see everything. Istio document: Sidecar, {@code IstioEgressListener}.
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
   * The services, those exported to the namespace by name first and then oldest first; for a
   * listener that matches ports each holds just that port. A host may be there twice where a
   * namespace defines it twice.
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

  /** Those of the VirtualServices that have rules for TCP or TLS. */
  public ImmutableList<VirtualService> tcpRules() {
    return tcpRules;
  }

  /** Whether the listener names a port. */
  public boolean hasPort() {
    return declared.flatMap(EgressListener::port).isPresent();
  }

  /**
   * The VirtualService that decides about a service: one for its very host, else the one with the
   * longest wildcard, of equals the first in order of precedence.
   */
  public Optional<VirtualService> mostSpecificVirtualService(String hostname) {
    return byHost.mostSpecific(hostname);
  }

  /** The other names of a service that are imported together with it. */
  public ImmutableList<String> aliasesOf(Service service, ServiceIndex services) {
    ImmutableList.Builder<String> aliases = ImmutableList.builder();
    for (NamespacedHost alias : services.aliasesOf(service.hostname())) {
      if (importsAlias(service, alias.hostname())) {
        aliases.add(alias.hostname());
      }
    }
    return aliases.build();
  }

  /** Whether another name of a service (an ExternalName service) is imported together with it. */
  public boolean importsAlias(Service service, String alias) {
    return imports.importsAlias(service, alias);
  }
}
