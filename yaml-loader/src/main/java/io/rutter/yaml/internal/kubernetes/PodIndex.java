// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.rutter.model.registry.Workload;
import java.util.List;
import java.util.Optional;

/** Finds pods by name, and pods that take traffic by address. */
final class PodIndex {
  private record Key(String namespace, String name) {}

  private final ImmutableMap<Key, Workload> byName;
  private final ImmutableListMultimap<Key, Workload> byAddress;

  private PodIndex(
      ImmutableMap<Key, Workload> byName, ImmutableListMultimap<Key, Workload> byAddress) {
    this.byName = byName;
    this.byAddress = byAddress;
  }

  /** Indexes pods that are sorted by name, of which each has another. */
  static PodIndex of(List<Workload> pods) {
    ImmutableMap.Builder<Key, Workload> byName = ImmutableMap.builder();
    for (Workload pod : pods) {
      byName.put(new Key(pod.metadata().namespace(), pod.metadata().name()), pod);
    }
    List<Workload> ready = pods.stream().filter(Workload::ready).toList();
    return new PodIndex(
        byName.buildOrThrow(),
        Multimaps.index(ready, pod -> new Key(pod.metadata().namespace(), pod.addresses().get(0))));
  }

  /** The pod of that name. */
  Optional<Workload> named(String namespace, String name) {
    return Optional.ofNullable(byName.get(new Key(namespace, name)));
  }

  /** A pod of the namespace that takes traffic at that address; of several the first by name. */
  Optional<Workload> at(String namespace, String address) {
    return byAddress.get(new Key(namespace, address)).stream().findFirst();
  }
}
