// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.service;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ports of ServiceEntries for which clients have a cluster of another protocol, because another
 * service of the same host and namespace takes precedence and has the port as well. The index
 * decides the precedence: the platform's service first, then the oldest.
 *
 * <p>Not reported for services of different namespaces, because clients get the one of their own
 * namespace, nor where some client sees only this one.
 */
public final class EntryProtocolAnalysis {
  private static final String KIND = "ServiceEntry";

  private final ImmutableListMultimap<NamespacedHost, Seen> shared;
  private final Map<EntryHost, Service> ofEntries;

  private EntryProtocolAnalysis(MeshIndex mesh, ImmutableSet<String> namespaces) {
    this.shared = shared(mesh, namespaces);
    this.ofEntries = new HashMap<>();
    for (Service service : mesh.services().all()) {
      if (service.sourceKind().equals(KIND)) {
        ofEntries.putIfAbsent(new EntryHost(key(service), service.hostname()), service);
      }
    }
  }

  /** A host of a ServiceEntry, for which it makes a service. */
  private record EntryHost(ConfigKey entry, String host) {}

  /**
   * The services of one host and namespace that some client sees.
   *
   * @param first the service that takes precedence
   */
  private record Seen(ImmutableSet<ConfigKey> keys, Service first) {
    static Seen of(List<Service> services) {
      return new Seen(
          services.stream().map(EntryProtocolAnalysis::key).collect(toImmutableSet()),
          services.stream()
              .filter(service -> service.registry() == ServiceRegistry.KUBERNETES)
              .findFirst()
              .orElseGet(() -> services.get(0)));
    }
  }

  /** For services that share a host and a namespace, what clients of each namespace see. */
  private static ImmutableListMultimap<NamespacedHost, Seen> shared(
      MeshIndex mesh, ImmutableSet<String> namespaces) {
    Set<NamespacedHost> known = new HashSet<>();
    Set<NamespacedHost> repeated = new HashSet<>();
    mesh.services().all().stream()
        .map(NamespacedHost::of)
        .filter(host -> !known.add(host))
        .forEach(repeated::add);
    ImmutableListMultimap.Builder<NamespacedHost, Seen> shared = ImmutableListMultimap.builder();
    if (!repeated.isEmpty()) {
      // Most namespaces share the same list object.
      Set<List<Service>> lists = Collections.newSetFromMap(new IdentityHashMap<>());
      namespaces.forEach(namespace -> lists.add(mesh.services().visibleTo(namespace)));
      for (List<Service> visible : lists) {
        visible.stream()
            .filter(service -> repeated.contains(NamespacedHost.of(service)))
            .collect(groupingBy(NamespacedHost::of))
            .forEach((host, services) -> shared.put(host, Seen.of(services)));
      }
    }
    return shared.build();
  }

  public static void run(MeshIndex mesh, ImmutableSet<String> namespaces, ProblemSink problems) {
    EntryProtocolAnalysis analysis = new EntryProtocolAnalysis(mesh, namespaces);
    for (ServiceEntry entry : mesh.snapshot().serviceEntries()) {
      analysis.check(entry, FindingPlace.spec(KIND, entry.metadata(), problems));
    }
  }

  private void check(ServiceEntry entry, FindingPlace spec) {
    for (String host : entry.hosts()) {
      Service own = ofEntries.get(new EntryHost(spec.object(), host));
      if (own != null) {
        check(own, spec.at("ports"));
      }
    }
  }

  private static ConfigKey key(Service service) {
    return ConfigKey.of(service.sourceKind(), service.metadata());
  }

  private void check(Service own, FindingPlace ports) {
    ImmutableList<Service> first = firsts(own);
    if (first.isEmpty()) {
      return;
    }
    for (int i = 0; i < own.ports().size(); i++) {
      ServicePort port = own.ports().get(i);
      ImmutableList<ServicePort> counting =
          first.stream().flatMap(service -> inPlaceOf(port, service)).collect(toImmutableList());
      if (counting.size() == first.size()) {
        ports
            .at(i)
            .at("protocol")
            .warn(
                ProblemCode.CONFLICT,
                "protocol: "
                    + port.protocol().displayName()
                    + " of "
                    + own.hostname()
                    + " never counts (expected: "
                    + counting.get(0).protocol().displayName()
                    + ", as in "
                    + key(first.get(0))
                    + ", which goes before it)");
      }
    }
  }

  /** For each client that sees a service, the service of its host that takes precedence. */
  private ImmutableList<Service> firsts(Service own) {
    ConfigKey key = key(own);
    ImmutableList<Service> firsts =
        shared.get(NamespacedHost.of(own)).stream()
            .filter(seen -> seen.keys().contains(key))
            .map(Seen::first)
            .collect(toImmutableList());
    return firsts.stream().anyMatch(service -> key(service).equals(key))
        ? ImmutableList.of()
        : firsts;
  }

  private static Stream<ServicePort> inPlaceOf(ServicePort port, Service service) {
    return service.ports().stream()
        .filter(other -> other.number() == port.number())
        .filter(other -> other.protocol() != port.protocol())
        .filter(other -> !other.protocol().isTls() || !port.protocol().isTls());
  }
}
