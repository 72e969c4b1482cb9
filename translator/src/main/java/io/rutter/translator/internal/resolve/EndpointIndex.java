// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Sets;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.internal.order.Ordering;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The endpoints of every service, those of ServiceEntries and selected workloads included. All
 * services of one host and namespace share theirs. Istio documents: Service Entry, Workload Entry.
 */
public final class EndpointIndex {
  private final ImmutableMap<NamespacedHost, HostEndpoints> byHost;
  private final ImmutableMap<NamespacedHost, ImmutableList<String>> accounts;
  private final AddressTargets targets;

  private EndpointIndex(
      ImmutableMap<NamespacedHost, HostEndpoints> byHost,
      ImmutableMap<NamespacedHost, ImmutableList<String>> accounts,
      AddressTargets targets) {
    this.byHost = byHost;
    this.accounts = accounts;
    this.targets = targets;
  }

  /** Collects endpoints, selects workloads and WorkloadEntries. */
  public static EndpointIndex of(
      MeshSnapshot snapshot,
      MeshSettings settings,
      TranslationOptions options,
      ServiceIndex services,
      WorkloadIndex workloads) {
    ListMultimap<NamespacedHost, ServiceEntryInstance> external =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    snapshot.serviceEntries().stream()
        .sorted(comparing(ServiceEntry::metadata, Ordering.BY_AGE))
        .flatMap(
            entry ->
                ServiceEntryInstances.of(entry, services.ofEntry(entry), workloads, settings)
                    .stream())
        .forEach(instance -> external.put(NamespacedHost.of(instance.service()), instance));
    dropRepeatedRoundRobin(external);
    ListMultimap<NamespacedHost, Endpoint> platform =
        platform(snapshot, options, services, workloads);

    ImmutableMap.Builder<NamespacedHost, HostEndpoints> byHost = ImmutableMap.builder();
    for (NamespacedHost host : Sets.union(external.keySet(), platform.keySet())) {
      byHost.put(host, HostEndpoints.of(external.get(host), platform.get(host)));
    }
    ImmutableMap<NamespacedHost, HostEndpoints> endpoints = byHost.buildOrThrow();
    return new EndpointIndex(
        endpoints,
        accounts(services, settings, endpoints),
        AddressTargets.of(
            external.values(),
            services.all(),
            service -> platform.get(NamespacedHost.of(service))));
  }

  private static ListMultimap<NamespacedHost, Endpoint> platform(
      MeshSnapshot snapshot,
      TranslationOptions options,
      ServiceIndex services,
      WorkloadIndex workloads) {
    ListMultimap<NamespacedHost, Endpoint> platform =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    snapshot.endpoints().stream()
        .filter(group -> !group.endpoints().isEmpty())
        .sorted(comparing((ServiceEndpoints group) -> group.endpoints().get(0).clusterId()))
        .forEach(
            group ->
                platform.putAll(
                    new NamespacedHost(group.namespace(), group.hostname()),
                    options.dualStack()
                        ? DualStackEndpoints.unite(group.endpoints())
                        : group.endpoints()));
    for (Service service : services.all()) {
      platform.putAll(NamespacedHost.of(service), ServiceWorkloadEndpoints.of(service, workloads));
    }
    return platform;
  }

  /**
   * A cluster that uses one DNS answer at a time takes a single endpoint, so of all entries for a
   * host the first endpoint of a port counts.
   */
  private static void dropRepeatedRoundRobin(
      ListMultimap<NamespacedHost, ServiceEntryInstance> external) {
    if (external.values().stream().noneMatch(EndpointIndex::isRoundRobin)) {
      return;
    }
    for (NamespacedHost host : ImmutableList.copyOf(external.keySet())) {
      Set<Integer> ports = new LinkedHashSet<>();
      external
          .get(host)
          .removeIf(instance -> !ports.add(instance.port().number()) && isRoundRobin(instance));
    }
  }

  private static boolean isRoundRobin(ServiceEntryInstance instance) {
    return instance.service().resolution() == ServiceResolution.DNS_ROUND_ROBIN;
  }

  /** Of several services of one host and namespace the newest adds its own names. */
  private static ImmutableMap<NamespacedHost, ImmutableList<String>> accounts(
      ServiceIndex services,
      MeshSettings settings,
      ImmutableMap<NamespacedHost, HostEndpoints> endpoints) {
    Map<NamespacedHost, ImmutableList<String>> accounts = new LinkedHashMap<>();
    for (Service service : services.all()) {
      NamespacedHost host = NamespacedHost.of(service);
      Set<String> names = new LinkedHashSet<>();
      for (Endpoint endpoint : endpoints.getOrDefault(host, HostEndpoints.NONE).all()) {
        endpoint.serviceAccount().ifPresent(names::add);
      }
      names.addAll(service.serviceAccounts());
      names.addAll(service.subjectAltNames());
      accounts.put(host, SpiffeNames.expand(names, settings.trustDomainAliases()));
    }
    return ImmutableMap.copyOf(accounts);
  }

  private HostEndpoints of(Service service) {
    return byHost.getOrDefault(NamespacedHost.of(service), HostEndpoints.NONE);
  }

  /** All endpoints of a service in registry order, every port. */
  public ImmutableList<Endpoint> endpoints(Service service) {
    return of(service).all();
  }

  /** The endpoints that serve one port of a service, joined by port name as EDS does. */
  public ImmutableList<Endpoint> endpoints(Service service, ServicePort port) {
    return of(service).byPortName().get(port.name());
  }

  /**
   * The endpoints that serve one port of a service, those of ServiceEntries joined by the number of
   * the port: for endpoints within clusters, and for what depends on all endpoints of a port.
   */
  public ImmutableList<Endpoint> endpointsByPortNumber(Service service, ServicePort port) {
    return of(service).byPort(port);
  }

  /**
   * Names that certificates of a service may carry: the accounts of its endpoints and its own,
   * those of workloads in all trust domains of the mesh; sorted, without repeats.
   */
  public ImmutableList<String> serviceAccounts(Service service) {
    return accounts.getOrDefault(NamespacedHost.of(service), ImmutableList.of());
  }

  /** Whether another index holds the same endpoints and accounts of a service. */
  public boolean isSame(EndpointIndex other, Service service) {
    return this == other
        || (of(service).equals(other.of(service))
            && serviceAccounts(service).equals(other.serviceAccounts(service)));
  }

  /** What workloads serve according to the endpoints at their address. */
  AddressTargets targets() {
    return targets;
  }
}
