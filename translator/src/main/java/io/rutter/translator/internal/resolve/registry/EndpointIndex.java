// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Sets;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The endpoints of every service, including ServiceEntries and selected workloads. All services of
 * one host and namespace share their endpoints. Istio documents: Service Entry, Workload Entry.
 */
public final class EndpointIndex {
  private final ImmutableMap<NamespacedHost, HostEndpoints> byHost;
  private final AddressTargets targets;

  private EndpointIndex(
      ImmutableMap<NamespacedHost, HostEndpoints> byHost, AddressTargets targets) {
    this.byHost = byHost;
    this.targets = targets;
  }

  /**
   * The inputs of the index.
   *
   * @param settings settings of the mesh
   * @param options options of the translation
   * @param services services, including those of ServiceEntries
   * @param workloads pods and WorkloadEntries
   * @param serviceEntries the entries, for their endpoints and selectors
   * @param endpoints endpoints of the platform
   */
  public record Inputs(
      MeshSettings settings,
      TranslationOptions options,
      ServiceIndex services,
      WorkloadIndex workloads,
      ImmutableList<ServiceEntry> serviceEntries,
      ImmutableList<ServiceEndpoints> endpoints) {
    public static Inputs of(
        MeshSnapshot snapshot,
        MeshSettings settings,
        TranslationOptions options,
        ServiceIndex services,
        WorkloadIndex workloads) {
      return new Inputs(
          settings, options, services, workloads, snapshot.serviceEntries(), snapshot.endpoints());
    }

    private boolean differsOnlyInPlatform(Inputs other) {
      return equals(
          new Inputs(
              other.settings,
              other.options,
              services,
              other.workloads,
              other.serviceEntries,
              endpoints));
    }
  }

  /** Collects endpoints, selects workloads and WorkloadEntries. */
  public static EndpointIndex of(Inputs inputs) {
    ImmutableList<Service> services = inputs.services().all();
    ListMultimap<NamespacedHost, ServiceEntryInstance> external =
        external(inputs.serviceEntries(), inputs);
    ListMultimap<NamespacedHost, Endpoint> platform =
        platform(inputs.endpoints(), services, inputs);
    return new EndpointIndex(
        byHost(services, external, platform, inputs.settings()),
        AddressTargets.of(
            external.values(), services, service -> platform.get(NamespacedHost.of(service))));
  }

  /**
   * The index after a change. If only services and endpoints of the platform changed, it is rebuilt
   * for their hosts only. ServiceEntries, and endpoints of services without selector, determine
   * what workloads serve, so a change of these rebuilds the whole index.
   */
  public static EndpointIndex after(Inputs before, EndpointIndex known, Inputs now) {
    if (!before.differsOnlyInPlatform(now)) {
      return of(now);
    }
    ListDifference<ServiceEndpoints> groups =
        ListDifference.of(before.endpoints(), now.endpoints());
    ImmutableList<Service> services = now.services().differing(before.services());
    ImmutableSet<NamespacedHost> hosts =
        Stream.of(
                groups.before().stream().map(EndpointIndex::host),
                groups.after().stream().map(EndpointIndex::host),
                services.stream().map(NamespacedHost::of))
            .flatMap(each -> each)
            .collect(toImmutableSet());
    boolean external =
        services.stream().anyMatch(service -> service.registry() == ServiceRegistry.EXTERNAL);
    return external || Stream.of(before, now).anyMatch(inputs -> targetsDependOn(hosts, inputs))
        ? of(now)
        : known.with(hosts, now);
  }

  private static NamespacedHost host(ServiceEndpoints group) {
    return new NamespacedHost(group.namespace(), group.hostname());
  }

  private static boolean targetsDependOn(ImmutableSet<NamespacedHost> hosts, Inputs inputs) {
    return hosts.stream()
        .flatMap(host -> services(host, inputs).stream())
        .anyMatch(AddressTargets::dependsOn);
  }

  /** The services of a host in a namespace, oldest first. */
  private static ImmutableList<Service> services(NamespacedHost host, Inputs inputs) {
    return inputs.services().ofHost(host.hostname()).stream()
        .filter(service -> service.namespace().equals(host.namespace()))
        .collect(toImmutableList());
  }

  private EndpointIndex with(ImmutableSet<NamespacedHost> hosts, Inputs now) {
    Predicate<Service> isChanged = service -> hosts.contains(NamespacedHost.of(service));
    ImmutableList<Service> behind =
        hosts.stream().flatMap(host -> services(host, now).stream()).collect(toImmutableList());
    ListMultimap<NamespacedHost, ServiceEntryInstance> external =
        external(
            Iterables.filter(
                now.serviceEntries(),
                entry -> now.services().ofEntry(entry).stream().anyMatch(isChanged)),
            now);
    ListMultimap<NamespacedHost, Endpoint> platform =
        platform(
            Iterables.filter(now.endpoints(), group -> hosts.contains(host(group))), behind, now);
    external.keySet().retainAll(hosts);
    ImmutableMap.Builder<NamespacedHost, HostEndpoints> nextByHost =
        ImmutableMap.builderWithExpectedSize(byHost.size());
    byHost.forEach(
        (host, endpoints) -> {
          if (!hosts.contains(host)) {
            nextByHost.put(host, endpoints);
          }
        });
    return new EndpointIndex(
        nextByHost.putAll(byHost(behind, external, platform, now.settings())).buildOrThrow(),
        targets);
  }

  private static ListMultimap<NamespacedHost, ServiceEntryInstance> external(
      Iterable<ServiceEntry> entries, Inputs inputs) {
    ListMultimap<NamespacedHost, ServiceEntryInstance> external =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    StreamSupport.stream(entries.spliterator(), false)
        .sorted(comparing(ServiceEntry::metadata, Age.BY_AGE))
        .flatMap(
            entry ->
                ServiceEntryInstances.of(
                    entry, inputs.services().ofEntry(entry), inputs.workloads())
                    .stream())
        .forEach(instance -> external.put(NamespacedHost.of(instance.service()), instance));
    dropRepeatedRoundRobin(external);
    return external;
  }

  private static ListMultimap<NamespacedHost, Endpoint> platform(
      Iterable<ServiceEndpoints> groups, List<Service> services, Inputs inputs) {
    ListMultimap<NamespacedHost, Endpoint> platform =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    StreamSupport.stream(groups.spliterator(), false)
        .filter(group -> !group.endpoints().isEmpty())
        .sorted(comparing((ServiceEndpoints group) -> group.endpoints().get(0).clusterId()))
        .forEach(
            group ->
                platform.putAll(
                    new NamespacedHost(group.namespace(), group.hostname()),
                    inputs.options().dualStack()
                        ? DualStackEndpoints.unite(group.endpoints())
                        : group.endpoints()));
    for (Service service : services) {
      platform.putAll(
          NamespacedHost.of(service), ServiceWorkloadEndpoints.of(service, inputs.workloads()));
    }
    return platform;
  }

  /**
   * A LOGICAL_DNS cluster has a single endpoint, so only the first endpoint of a port is kept over
   * all entries of a host.
   */
  private static void dropRepeatedRoundRobin(
      ListMultimap<NamespacedHost, ServiceEntryInstance> external) {
    if (external.values().stream().noneMatch(EndpointIndex::isRoundRobin)) {
      return;
    }
    for (NamespacedHost host : ImmutableList.copyOf(external.keySet())) {
      Map<Integer, ServiceEntryInstance> first = new LinkedHashMap<>();
      external
          .get(host)
          .removeIf(
              instance -> {
                ServiceEntryInstance before = first.putIfAbsent(instance.port().number(), instance);
                return before != null && (isRoundRobin(before) || isRoundRobin(instance));
              });
    }
  }

  private static boolean isRoundRobin(ServiceEntryInstance instance) {
    return instance.service().resolution() == ServiceResolution.DNS_ROUND_ROBIN;
  }

  /**
   * The endpoints by host; the newest of several services with the same host and namespace adds its
   * accounts.
   */
  private static ImmutableMap<NamespacedHost, HostEndpoints> byHost(
      List<Service> services,
      ListMultimap<NamespacedHost, ServiceEntryInstance> external,
      ListMultimap<NamespacedHost, Endpoint> platform,
      MeshSettings settings) {
    Map<NamespacedHost, Service> newest = new LinkedHashMap<>();
    services.forEach(service -> newest.put(NamespacedHost.of(service), service));
    ImmutableMap.Builder<NamespacedHost, HostEndpoints> byHost = ImmutableMap.builder();
    newest.forEach(
        (host, service) ->
            byHost.put(
                host, HostEndpoints.of(external.get(host), platform.get(host), service, settings)));
    return byHost.buildOrThrow();
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
   * The endpoints that serve one port of a service, joined by port number for ServiceEntries: for
   * endpoints inside clusters, and for decisions that depend on all endpoints of a port.
   */
  public ImmutableList<Endpoint> endpointsByPortNumber(Service service, ServicePort port) {
    return of(service).byPort(port);
  }

  /**
   * Names that certificates of a service may carry: its own accounts and those of its endpoints,
   * which are expanded to all trust domains of the mesh; sorted, without repeats.
   */
  public ImmutableList<String> serviceAccounts(Service service) {
    return of(service).accounts();
  }

  /** The hosts whose endpoints or accounts differ in another index. */
  public ImmutableSet<NamespacedHost> differing(EndpointIndex other) {
    if (this == other) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<NamespacedHost> hosts = ImmutableSet.builder();
    byHost.forEach(
        (host, endpoints) -> {
          if (!endpoints.equals(other.byHost.get(host))) {
            hosts.add(host);
          }
        });
    return hosts.addAll(Sets.difference(other.byHost.keySet(), byHost.keySet())).build();
  }

  /** What workloads serve according to the endpoints at their address. */
  public AddressTargets targets() {
    return targets;
  }
}
