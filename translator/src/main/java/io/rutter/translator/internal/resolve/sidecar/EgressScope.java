// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.LastComparison;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.host.ImportedHosts;
import io.rutter.translator.internal.resolve.host.MostSpecificHost;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.rule.VirtualServiceDestinations;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
  private final ImmutableSet<String> tcpDestinations;
  private final Supplier<ListenedServices> listened;
  private final Supplier<ImmutableList<ImmutableSetMultimap<String, Integer>>> destinations;
  private final Supplier<ImmutableListMultimap<String, VirtualService>> rulesByDestination;
  private final LastComparison<EgressScope, EgressDifference> comparison = new LastComparison<>();

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
    this.tcpDestinations =
        tcpRules.stream().flatMap(EgressScope::tcpDestinations).collect(toImmutableSet());
    this.listened =
        Suppliers.memoize(
                () -> ListenedServices.of(services.all(), declared.flatMap(EgressListener::port)))
            ::get;
    this.destinations = Suppliers.memoize(() -> destinationsFor(""))::get;
    this.rulesByDestination = Suppliers.memoize(() -> rulesByDestination(virtualServices))::get;
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

  /**
   * What each VirtualService sends traffic to, for clients of a namespace: ports by host.
   *
   * @see VirtualServiceDestinations#of
   */
  ImmutableList<ImmutableSetMultimap<String, Integer>> destinations(String namespace) {
    return virtualServices.stream().anyMatch(VirtualServiceDestinations::dependOnNamespace)
        ? destinationsFor(namespace)
        : destinations.get();
  }

  private ImmutableList<ImmutableSetMultimap<String, Integer>> destinationsFor(String namespace) {
    return virtualServices.stream()
        .map(rules -> VirtualServiceDestinations.of(rules, namespace))
        .collect(toImmutableList());
  }

  /** How what it imports differs from what was imported earlier. */
  public EgressDifference since(EgressScope earlier) {
    return comparison.with(earlier, this::compared);
  }

  private EgressDifference compared(EgressScope earlier) {
    return References.same((Object) services(), earlier.services())
        ? EgressDifference.NONE
        : EgressDifference.between(
            earlier.services(),
            services(),
            Stream.concat(earlier.virtualServices.stream(), virtualServices.stream())
                .flatMap(rules -> rules.hosts().stream())
                .distinct()
                .toList());
  }

  /** The VirtualServices with HTTP rules that send requests to a host. */
  public ImmutableList<VirtualService> rulesTo(String host) {
    return rulesByDestination.get().get(host);
  }

  private static ImmutableListMultimap<String, VirtualService> rulesByDestination(
      List<VirtualService> virtualServices) {
    ImmutableListMultimap.Builder<String, VirtualService> byHost = ImmutableListMultimap.builder();
    for (VirtualService rules : virtualServices) {
      VirtualServiceDestinations.ofHttp(rules).forEach(host -> byHost.put(host, rules));
    }
    return byHost.build();
  }

  private static Stream<String> tcpDestinations(VirtualService rules) {
    return Stream.concat(
            rules.tcp().stream().flatMap(rule -> rule.route().stream()),
            rules.tls().stream().flatMap(rule -> rule.route().stream()))
        .map(route -> route.destination().host());
  }

  /** The hosts that its TCP and TLS rules send connections to. */
  ImmutableSet<String> tcpDestinations() {
    return tcpDestinations;
  }

  /** Whether another scope has the same services and rules that outbound listeners depend on. */
  boolean hasSameListened(EgressScope other) {
    return References.same(tcpRules, other.tcpRules)
        && References.same(listened.get().all(), other.listened.get().all());
  }

  /** Whether a service may have connections here that are not HTTP. */
  boolean listensForBytes(Service service) {
    return listened.get().bytes().contains(service.hostname());
  }

  /** Whether a service of that host may have a listener for each of its endpoints. */
  boolean listensAtEndpoints(String host) {
    return listened.get().headless().contains(host);
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
