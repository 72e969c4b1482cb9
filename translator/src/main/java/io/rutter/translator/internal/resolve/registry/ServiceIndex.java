// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.host.ExportTo;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.SelectorIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The services of the mesh, of the platform and of ServiceEntries, and their visibility. Istio
 * documents: Service Entry, {@code exportTo}; Sidecar.
 */
public final class ServiceIndex {
  /**
   * Age, then name, then namespace: the order of precedence among services. The name of a
   * ServiceEntry's service is its host; ties are in the order of registries, object names and
   * declared addresses.
   */
  public static final Comparator<Service> BY_AGE =
      comparing(ServiceIndex::created)
          .thenComparing(Service::name)
          .thenComparing(Service::namespace);

  private final ImmutableList<Service> all;
  private final ImmutableListMultimap<String, Service> byHost;
  private final ImmutableMap<NamespacedHost, Service> byNamespaceAndHost;
  private final ImmutableList<Service> everywhere;
  private final ImmutableListMultimap<String, Service> exportedTo;
  private final ImmutableListMultimap<String, NamespacedHost> aliases;
  private final ServiceVisibility visibility;
  private final ImmutableMap<String, SelectorIndex<Service>> selectorsByNamespace;
  private final ImmutableListMultimap<ConfigKey, Service> byEntry;
  private final boolean looksAtWorkloads;

  private ServiceIndex(
      ImmutableList<Service> all,
      ImmutableListMultimap<ConfigKey, Service> byEntry,
      ServiceVisibility visibility,
      Optional<ServiceIndex> earlier) {
    this.all = all;
    this.byEntry = byEntry;
    this.visibility = visibility;
    ImmutableListMultimap.Builder<String, Service> hosts = ImmutableListMultimap.builder();
    ImmutableList.Builder<Service> everywhere = ImmutableList.builder();
    ImmutableListMultimap.Builder<String, Service> exports = ImmutableListMultimap.builder();
    Map<NamespacedHost, Service> winners = new LinkedHashMap<>();
    for (Service service : all) {
      hosts.put(service.hostname(), service);
      winners.merge(NamespacedHost.of(service), service, ServiceIndex::preferred);
      ExportTo exportTo = visibility.of(service);
      if (exportTo.everywhere()) {
        everywhere.add(service);
      }
      for (String namespace : exportTo.namespaces()) {
        exports.put(namespace, service);
      }
    }
    this.byHost = hosts.build();
    this.everywhere = everywhere.build();
    this.exportedTo = exports.build();
    this.byNamespaceAndHost = ImmutableMap.copyOf(winners);
    this.looksAtWorkloads = all.stream().anyMatch(ServiceIndex::looksAtWorkloads);
    ImmutableListMultimap<String, NamespacedHost> aliases = ServiceAliases.of(all);
    this.aliases = earlier.map(known -> known.aliases).filter(aliases::equals).orElse(aliases);
    this.selectorsByNamespace =
        ImmutableMap.copyOf(
            Maps.transformValues(
                all.stream()
                    .filter(service -> service.registry() == ServiceRegistry.KUBERNETES)
                    .collect(groupingBy(Service::namespace)),
                services -> SelectorIndex.of(services, Service::selector)));
  }

  /** The inputs of the index. */
  public record Inputs(
      MeshSettings settings,
      ImmutableList<NamespaceInfo> namespaces,
      ImmutableList<Service> services,
      ImmutableList<ServiceEntry> serviceEntries) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(
          settings, snapshot.namespaces(), snapshot.services(), snapshot.serviceEntries());
    }
  }

  /** Converts ServiceEntries, sorts and indexes. */
  public static ServiceIndex of(Inputs inputs) {
    return of(inputs, new IdentityHashMap<>(), Optional.empty());
  }

  /** The index after a change; ServiceEntries that are the same are not converted again. */
  public static ServiceIndex after(Inputs before, ServiceIndex known, Inputs now) {
    IdentityHashMap<ServiceEntry, ImmutableList<Service>> converted = new IdentityHashMap<>();
    if (before.namespaces().equals(now.namespaces())
        && known.byEntry.keySet().size() == before.serviceEntries().size()) {
      before.serviceEntries().forEach(entry -> converted.put(entry, known.ofEntry(entry)));
    }
    return of(now, converted, Optional.of(known));
  }

  private static ServiceIndex of(
      Inputs inputs,
      IdentityHashMap<ServiceEntry, ImmutableList<Service>> converted,
      Optional<ServiceIndex> earlier) {
    ImmutableMap<String, ImmutableMap<String, String>> annotations =
        inputs.namespaces().stream()
            .collect(toImmutableMap(NamespaceInfo::name, NamespaceInfo::annotations, (a, b) -> a));
    ImmutableListMultimap.Builder<ConfigKey, Service> byEntry = ImmutableListMultimap.builder();
    for (ServiceEntry entry :
        ImmutableList.sortedCopyOf(
            comparing(ServiceEntry::metadata, Age.BY_AGE), inputs.serviceEntries())) {
      ImmutableList<Service> known = converted.get(entry);
      byEntry.putAll(
          key(entry),
          known == null
              ? ServiceEntryServices.of(
                  entry, annotations.getOrDefault(entry.metadata().namespace(), ImmutableMap.of()))
              : known);
    }
    ImmutableListMultimap<ConfigKey, Service> ofEntries = byEntry.build();
    Stream<Service> platform =
        inputs.services().stream()
            .sorted(comparing(Service::hostname).thenComparing(Service::clusterId));
    return new ServiceIndex(
        Stream.concat(platform, ofEntries.values().stream())
            .sorted(BY_AGE)
            .collect(toImmutableList()),
        ofEntries,
        ServiceVisibility.of(inputs.settings(), inputs.namespaces()),
        earlier);
  }

  /** The creation time of a service; a service of the platform without one is oldest. */
  public static Instant created(Service service) {
    return service
        .metadata()
        .creationTimestamp()
        .orElse(
            service.registry() == ServiceRegistry.KUBERNETES ? Instant.MIN : Age.UNKNOWN_CREATION);
  }

  private static ConfigKey key(ServiceEntry entry) {
    return ConfigKey.of("ServiceEntry", entry.metadata());
  }

  /**
   * The service that takes precedence: a service of the platform over one of a ServiceEntry, else
   * the older.
   */
  private static Service preferred(Service older, Service newer) {
    return older.registry() != ServiceRegistry.KUBERNETES
            && newer.registry() == ServiceRegistry.KUBERNETES
        ? newer
        : older;
  }

  /** The services that only one of two indexes has. */
  ImmutableList<Service> differing(ServiceIndex other) {
    return References.differing(other.all, all);
  }

  /** Aliases of all hosts; the same object as in an earlier index as long as they are equal. */
  public ImmutableListMultimap<String, NamespacedHost> aliases() {
    return aliases;
  }

  /** All services, oldest first. */
  public ImmutableList<Service> all() {
    return all;
  }

  /**
   * Services that a namespace may see: first services exported to it by name, then services
   * exported everywhere, each group oldest first.
   */
  public ImmutableList<Service> visibleTo(String namespace) {
    ImmutableList<Service> named = exportedTo.get(namespace);
    return named.isEmpty()
        ? everywhere
        : ImmutableList.<Service>builder().addAll(named).addAll(everywhere).build();
  }

  /** Whether the endpoints of any service depend on the labels or the node of the client. */
  public boolean looksAtWorkloads() {
    return looksAtWorkloads;
  }

  private static boolean looksAtWorkloads(Service service) {
    return service.nodeLocal()
        || service.trafficDistribution().orElse(TrafficDistribution.ANY) != TrafficDistribution.ANY;
  }

  /** Services that every namespace may see, oldest first. */
  public ImmutableList<Service> everywhere() {
    return everywhere;
  }

  /** Whether a namespace may see a service. */
  public boolean isVisible(Service service, String namespace) {
    return visibility.of(service).includes(namespace);
  }

  /** The namespaces that see a service. */
  public ExportTo exportTo(Service service) {
    return visibility.of(service);
  }

  /** The services that a ServiceEntry was made into. */
  ImmutableList<Service> ofEntry(ServiceEntry entry) {
    return byEntry.get(key(entry));
  }

  /** All services of that host in any namespace, oldest first. */
  public ImmutableList<Service> ofHost(String hostname) {
    return byHost.get(hostname);
  }

  /**
   * The service of a host in a namespace: the platform's first, then the oldest. Visibility is not
   * considered.
   */
  public Optional<Service> find(String namespace, String hostname) {
    return Optional.ofNullable(byNamespaceAndHost.get(new NamespacedHost(namespace, hostname)));
  }

  /**
   * The service of a host for a client in a namespace: in its own namespace, else among the visible
   * ones the platform's, else the oldest.
   */
  public Optional<Service> lookup(String hostname, String clientNamespace) {
    ImmutableList<Service> ofHost = byHost.get(hostname);
    if (ofHost.size() == 1) {
      Service only = ofHost.get(0);
      return only.namespace().equals(clientNamespace) || isVisible(only, clientNamespace)
          ? Optional.of(only)
          : Optional.empty();
    }
    return find(clientNamespace, hostname)
        .or(
            () -> {
              List<Service> visible =
                  ofHost.stream()
                      .filter(
                          service -> find(service.namespace(), hostname).orElse(service) == service)
                      .filter(service -> isVisible(service, clientNamespace))
                      .toList();
              return visible.stream()
                  .filter(service -> service.registry() == ServiceRegistry.KUBERNETES)
                  .findFirst()
                  .or(() -> visible.stream().findFirst());
            });
  }

  /** Services of the platform in a namespace that select workloads with these labels. */
  public ImmutableList<Service> selecting(String namespace, Map<String, String> labels) {
    SelectorIndex<Service> selectors = selectorsByNamespace.get(namespace);
    return selectors == null ? ImmutableList.of() : selectors.selecting(labels);
  }

  /** Aliases of a host: ExternalName services that lead to it, by namespace and name. */
  public ImmutableList<NamespacedHost> aliasesOf(String hostname) {
    return aliases.get(hostname);
  }
}
