// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.rutter.model.registry.Workload;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects workload instances by namespace and labels: for ServiceEntries pods and WorkloadEntries,
 * for Kubernetes services WorkloadEntries only, because their pods come as endpoints already. Istio
 * documents: Service Entry, {@code workloadSelector}; Virtual Machine Architecture.
 */
final class WorkloadIndex {
  private final ImmutableMap<String, LabelIndex<SelectableWorkload>> all;
  private final ImmutableMap<String, LabelIndex<SelectableWorkload>> entries;

  private WorkloadIndex(
      ImmutableMap<String, LabelIndex<SelectableWorkload>> all,
      ImmutableMap<String, LabelIndex<SelectableWorkload>> entries) {
    this.all = all;
    this.entries = entries;
  }

  /** Indexes the pods that take traffic and the WorkloadEntries, each by namespace and name. */
  static WorkloadIndex of(
      List<Workload> pods, List<WorkloadEntryResource> entries, WorkloadEntryWorkloads converter) {
    ImmutableList<SelectableWorkload> ready =
        pods.stream()
            .filter(pod -> pod.ready() && !pod.addresses().isEmpty())
            .map(PodWorkloads::of)
            .sorted(
                comparing(SelectableWorkload::namespace).thenComparing(SelectableWorkload::name))
            .collect(toImmutableList());
    ImmutableList<SelectableWorkload> converted =
        entries.stream()
            .map(converter::of)
            .sorted(
                comparing(SelectableWorkload::namespace).thenComparing(SelectableWorkload::name))
            .collect(toImmutableList());
    return new WorkloadIndex(
        byNamespace(Stream.concat(ready.stream(), converted.stream())),
        byNamespace(converted.stream().filter(workload -> !workload.onlyForDns())));
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

  /** For a ServiceEntry: pods first. */
  ImmutableList<SelectableWorkload> forServiceEntry(
      String namespace, Map<String, String> selector) {
    return select(all, namespace, selector);
  }

  /** For a service of the platform. */
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
