// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Workload;
import java.util.List;
import java.util.Optional;

/** Finds pods of a namespace by name, and pods that take traffic by address. */
final class PodIndex {
  static final PodIndex EMPTY = of(List.of());

  private final ImmutableMap<String, Workload> byName;
  private final ImmutableMap<String, Workload> byAddress;

  private PodIndex(
      ImmutableMap<String, Workload> byName, ImmutableMap<String, Workload> byAddress) {
    this.byName = byName;
    this.byAddress = byAddress;
  }

  /** Indexes pods that are sorted by name, of which each has another. */
  static PodIndex of(List<Workload> pods) {
    return new PodIndex(
        pods.stream().collect(toImmutableMap(pod -> pod.metadata().name(), pod -> pod)),
        pods.stream()
            .filter(Workload::ready)
            .collect(
                toImmutableMap(
                    pod -> pod.addresses().get(0), pod -> pod, (first, other) -> first)));
  }

  /** The pod of that name. */
  Optional<Workload> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** A pod that takes traffic at that address; of several the first by name. */
  Optional<Workload> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }
}
