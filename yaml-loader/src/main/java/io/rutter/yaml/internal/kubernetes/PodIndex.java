// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Sets;
import com.google.common.collect.SortedSetMultimap;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.internal.kubernetes.MadeByName.Change;
import io.rutter.yaml.internal.kubernetes.MadeByName.Recipe;
import java.util.Optional;
import java.util.Set;

/**
 * The workloads that the pods of a namespace make: found by name, and those that take traffic by
 * address.
 */
final class PodIndex {
  private final MadeByName<Workload> byName = new MadeByName<>();
  private final SortedSetMultimap<String, String> byAddress =
      MultimapBuilder.hashKeys().treeSetValues().build();
  private NamedList<Pod> pods = NamedList.of();
  private ImmutableList<?> surroundings = ImmutableList.of();
  private ImmutableMap<String, Change<Workload>> changes = ImmutableMap.of();

  /** Takes the pods of the next snapshot. */
  void update(NamedList<Pod> now, WorkloadConversion conversion) {
    Set<String> names =
        Made.areSame(surroundings, conversion.surroundings())
            ? now.changesFrom(pods)
            : Sets.union(now.changesFrom(pods), ImmutableSet.copyOf(now.names()));
    pods = now;
    surroundings = conversion.surroundings();
    changes =
        byName.update(
            names,
            name ->
                now.get(name)
                    .map(
                        pod ->
                            new Recipe<>(
                                conversion.inputs(pod),
                                () -> Optional.of(conversion.convert(pod)))));
    changes.forEach(
        (name, change) -> {
          address(change.before()).ifPresent(address -> byAddress.remove(address, name));
          address(change.now()).ifPresent(address -> byAddress.put(address, name));
        });
  }

  /** Where a pod takes traffic; empty: nowhere. */
  static Optional<String> address(Optional<Workload> pod) {
    return pod.filter(Workload::ready).map(ready -> ready.addresses().get(0));
  }

  /** What the last update changed, by name. */
  ImmutableMap<String, Change<Workload>> changes() {
    return changes;
  }

  /** All workloads. */
  ImmutableList<Workload> all() {
    return byName.values().objects();
  }

  /** The pod of that name. */
  Optional<Workload> named(String name) {
    return byName.get(name);
  }

  /** A pod that takes traffic at that address; of several the first by name. */
  Optional<Workload> at(String address) {
    return byAddress.get(address).stream().findFirst().flatMap(this::named);
  }
}
