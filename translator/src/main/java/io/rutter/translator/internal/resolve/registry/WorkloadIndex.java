// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Workload;
import io.rutter.model.serviceentry.WorkloadEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.translator.internal.resolve.settings.LabelIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects workload instances by namespace and labels: for ServiceEntries pods and WorkloadEntries,
 * for Kubernetes services WorkloadEntries only, because their pods come as endpoints already. Istio
 * documents: Service Entry, {@code workloadSelector}; Virtual Machine Architecture.
 */
public final class WorkloadIndex {
  private static final String POD = "Pod";

  private final WorkloadEntryWorkloads converter;
  private final ImmutableMap<String, LabelIndex<SelectableWorkload>> all;
  private final ImmutableMap<String, LabelIndex<SelectableWorkload>> entries;
  private final ImmutableListMultimap<String, SelectableWorkload> entriesByAddress;
  private final ImmutableMap<ConfigKey, Workload> pods;

  private WorkloadIndex(
      WorkloadEntryWorkloads converter,
      List<SelectableWorkload> ready,
      List<SelectableWorkload> entries,
      ImmutableMap<ConfigKey, Workload> pods) {
    List<SelectableWorkload> forServices =
        entries.stream().filter(workload -> !workload.onlyForDns()).toList();
    this.converter = converter;
    this.all = byNamespace(Stream.concat(ready.stream(), entries.stream()));
    this.entries =
        ready.isEmpty() && forServices.size() == entries.size()
            ? all
            : byNamespace(forServices.stream());
    this.entriesByAddress =
        Multimaps.index(forServices, workload -> workload.endpoint().addresses().get(0));
    this.pods = pods;
  }

  /** The inputs of the index. */
  public record Inputs(
      MeshSettings settings,
      ImmutableList<Workload> workloads,
      ImmutableList<WorkloadEntryResource> workloadEntries) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.workloads(), snapshot.workloadEntries());
    }
  }

  /** Indexes the pods and the WorkloadEntries, each by namespace and name. */
  public static WorkloadIndex of(Inputs inputs) {
    WorkloadEntryWorkloads converter = new WorkloadEntryWorkloads(inputs.settings());
    return new WorkloadIndex(
        converter,
        sorted(
            inputs.workloads().stream()
                .filter(pod -> pod.ready() && !pod.addresses().isEmpty())
                .map(PodWorkloads::of)),
        sorted(
            inputs.workloadEntries().stream()
                .filter(WorkloadEntryHealth::takesPart)
                .map(converter::of)),
        inputs.workloads().stream()
            .collect(
                toImmutableMap(
                    pod -> ConfigKey.of(POD, pod.metadata()),
                    pod -> pod,
                    (first, second) -> first)));
  }

  private static List<SelectableWorkload> sorted(Stream<SelectableWorkload> workloads) {
    return workloads
        .sorted(comparing(SelectableWorkload::namespace).thenComparing(SelectableWorkload::name))
        .toList();
  }

  private static ImmutableMap<String, LabelIndex<SelectableWorkload>> byNamespace(
      Stream<SelectableWorkload> workloads) {
    Map<String, List<SelectableWorkload>> grouped =
        workloads.collect(
            Collectors.groupingBy(SelectableWorkload::namespace, Collectors.toList()));
    return ImmutableMap.copyOf(
        Maps.transformValues(
            grouped, group -> LabelIndex.of(group, workload -> workload.endpoint().labels())));
  }

  /** The workload of an endpoint that a ServiceEntry lists. */
  SelectableWorkload listed(WorkloadEntry entry, ObjectMeta metadata) {
    return converter.of(entry, metadata);
  }

  /** The pod of that name, whether or not it receives traffic. */
  public Optional<Workload> pod(String namespace, String name) {
    return Optional.ofNullable(pods.get(new ConfigKey(POD, namespace, name)));
  }

  /**
   * The WorkloadEntry at the first address of a proxy; if there are several, the one with the
   * proxy's name, else one of its namespace, else the first.
   */
  public Optional<SelectableWorkload> entryOf(Proxy proxy) {
    ImmutableList<SelectableWorkload> found =
        entriesByAddress.get(proxy.ipAddresses().isEmpty() ? "" : proxy.ipAddresses().get(0));
    List<SelectableWorkload> near =
        found.stream().filter(entry -> entry.namespace().equals(proxy.namespace())).toList();
    return near.stream()
        .filter(entry -> entry.name().equals(proxy.name()))
        .findFirst()
        .or(() -> near.stream().findFirst())
        .or(() -> found.stream().findFirst());
  }

  /** Workloads that a ServiceEntry selects, pods first. */
  ImmutableList<SelectableWorkload> forServiceEntry(
      String namespace, Map<String, String> selector) {
    return select(all, namespace, selector);
  }

  /** Workloads that a service of the platform selects. */
  ImmutableList<SelectableWorkload> forService(String namespace, Map<String, String> selector) {
    return select(entries, namespace, selector);
  }

  private static ImmutableList<SelectableWorkload> select(
      ImmutableMap<String, LabelIndex<SelectableWorkload>> byNamespace,
      String namespace,
      Map<String, String> selector) {
    LabelIndex<SelectableWorkload> index = byNamespace.get(namespace);
    return index == null ? ImmutableList.of() : index.select(selector);
  }
}
