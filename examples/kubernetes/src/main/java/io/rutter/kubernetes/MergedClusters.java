// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The mesh of several clusters, as istiod puts it together: configuration, settings and gateways
 * are of the first; the registries are one, in which a service that several clusters have has the
 * endpoints of all. Where two clusters have an object of one name the first counts.
 */
final class MergedClusters {
  /** The values that carry the id of their cluster, by the values of its store. */
  private final IdentityHashMap<Object, Object> marked = new IdentityHashMap<>();

  /** The endpoints of services that several clusters have, by their names. */
  private Map<String, Joined> joined = new HashMap<>();

  /**
   * The endpoints of a service that several clusters have.
   *
   * @param of those of each cluster
   * @param all all of them
   */
  private record Joined(ImmutableList<ServiceEndpoints> of, ServiceEndpoints all) {}

  /**
   * A cluster's part.
   *
   * @param id the cluster's id
   */
  record Part(String id, MeshSnapshot mesh) {}

  /** The mesh. Used by one thread. */
  MeshSnapshot merge(List<Part> parts) {
    Part first = parts.get(0);
    if (parts.size() == 1 && first.id.equals(MeshDefaults.CLUSTER_ID)) {
      return first.mesh;
    }
    IdentityHashMap<Object, Object> last = new IdentityHashMap<>(marked);
    marked.clear();
    List<Service> services = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>();
    ListMultimap<String, ServiceEndpoints> endpoints =
        MultimapBuilder.linkedHashKeys().arrayListValues(1).build();
    for (Part part : parts) {
      addNew(
          services,
          part.mesh.services(),
          s -> s.hostname() + " " + s.namespace(),
          service(part.id, last));
      addNew(
          workloads,
          part.mesh.workloads(),
          w -> w.metadata().namespace() + "/" + w.metadata().name(),
          workload(part.id, last));
      for (ServiceEndpoints group : part.mesh.endpoints()) {
        endpoints.put(
            group.namespace() + "/" + group.hostname(), endpoints(part.id, last).apply(group));
      }
    }
    return first.mesh.toBuilder()
        .services(services)
        .workloads(workloads)
        .endpoints(join(endpoints))
        .build();
  }

  /** Adds the objects whose names are not there yet. */
  private static <T> void addNew(
      List<T> all, List<T> more, Function<T, String> name, UnaryOperator<T> mark) {
    Set<String> known = all.stream().map(name).collect(toImmutableSet());
    more.stream().filter(one -> !known.contains(name.apply(one))).map(mark).forEach(all::add);
  }

  private UnaryOperator<Service> service(String id, IdentityHashMap<Object, Object> last) {
    return one -> mark(one, last, Service.class, () -> one.toBuilder().clusterId(id).build());
  }

  private UnaryOperator<Workload> workload(String id, IdentityHashMap<Object, Object> last) {
    return one -> mark(one, last, Workload.class, () -> one.toBuilder().clusterId(id).build());
  }

  private UnaryOperator<ServiceEndpoints> endpoints(
      String id, IdentityHashMap<Object, Object> last) {
    return group ->
        mark(
            group,
            last,
            ServiceEndpoints.class,
            () ->
                group.toBuilder()
                    .endpoints(
                        group.endpoints().stream()
                            .map(one -> one.toBuilder().clusterId(id).build())
                            .collect(toImmutableList()))
                    .build());
  }

  /** What was made of the same value before stays the same. */
  private <T> T mark(T one, IdentityHashMap<Object, Object> last, Class<T> type, Supplier<T> make) {
    Object known = last.get(one);
    T made = known == null ? make.get() : type.cast(known);
    marked.put(one, made);
    return made;
  }

  /** One of each service; what was joined of the same before stays the same. */
  private List<ServiceEndpoints> join(ListMultimap<String, ServiceEndpoints> endpoints) {
    Map<String, Joined> last = joined;
    joined = new HashMap<>();
    List<ServiceEndpoints> all = new ArrayList<>();
    for (String name : endpoints.keySet()) {
      List<ServiceEndpoints> of = endpoints.get(name);
      all.add(of.size() == 1 ? of.get(0) : join(name, of, last));
    }
    return all;
  }

  private ServiceEndpoints join(String name, List<ServiceEndpoints> of, Map<String, Joined> last) {
    Joined known = last.get(name);
    Joined now =
        known != null && known.of().equals(of)
            ? known
            : new Joined(ImmutableList.copyOf(of), joined(of));
    joined.put(name, now);
    return now.all();
  }

  private static ServiceEndpoints joined(List<ServiceEndpoints> of) {
    return of.get(0).toBuilder()
        .endpoints(
            of.stream().flatMap(group -> group.endpoints().stream()).collect(toImmutableList()))
        .build();
  }
}
