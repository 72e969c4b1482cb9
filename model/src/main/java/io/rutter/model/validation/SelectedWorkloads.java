// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many workloads, of pods and of WorkloadEntries, a selector of a ServiceEntry selects. */
final class SelectedWorkloads {
  private record Label(String namespace, String key, String value) {}

  private record Selection(String namespace, WorkloadSelector selector) {}

  private final Map<String, Long> byNamespace = new HashMap<>();
  private final ListMultimap<Label, ImmutableMap<String, String>> byLabel =
      ArrayListMultimap.create();

  /** Answers, because many entries may have one selector. */
  private final Map<Selection, Long> known = new HashMap<>();

  private SelectedWorkloads() {}

  static SelectedWorkloads of(MeshSnapshot mesh) {
    SelectedWorkloads workloads = new SelectedWorkloads();
    mesh.workloadEntries()
        .forEach(entry -> workloads.add(entry.metadata().namespace(), entry.spec().labels()));
    mesh.workloads()
        .forEach(pod -> workloads.add(pod.metadata().namespace(), pod.metadata().labels()));
    return workloads;
  }

  private void add(String namespace, ImmutableMap<String, String> labels) {
    byNamespace.merge(namespace, 1L, Long::sum);
    labels.forEach((key, value) -> byLabel.put(new Label(namespace, key, value), labels));
  }

  /** The number of those in this namespace. */
  long count(String namespace, WorkloadSelector selector) {
    return known.computeIfAbsent(new Selection(namespace, selector), this::count);
  }

  /** Only those with the rarest of the labels need a closer look. */
  private long count(Selection selection) {
    return selection.selector().labels().entrySet().stream()
        .map(label -> new Label(selection.namespace(), label.getKey(), label.getValue()))
        .map(byLabel::get)
        .min(Comparator.comparingInt(List::size))
        .map(rarest -> rarest.stream().filter(selection.selector()::selects).count())
        .orElseGet(() -> byNamespace.getOrDefault(selection.namespace(), 0L));
  }
}
