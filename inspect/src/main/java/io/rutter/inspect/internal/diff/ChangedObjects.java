// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.inspect.Origin;
import io.rutter.inspect.Stage;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.internal.snapshot.MeshList;
import io.rutter.model.problem.SourceMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objects of two meshes that differ, or that one of them does not have.
 *
 * @param kinds the kinds that were compared
 * @param keys the objects
 */
record ChangedObjects(ImmutableSet<String> kinds, ImmutableSet<ConfigKey> keys) {

  private static final String MESH_CONFIG = "MeshConfig";

  /** Lists of a mesh whose objects are made of several of the input's. */
  private static final ImmutableSet<String> MADE =
      ImmutableSet.of("ServiceEndpoints", "Workload", "Proxy");

  static ChangedObjects of(MeshSnapshot before, MeshSnapshot after) {
    ImmutableSet.Builder<String> kinds = ImmutableSet.builder();
    ImmutableSet.Builder<ConfigKey> keys = ImmutableSet.builder();
    for (MeshList<?> list : MeshList.ALL) {
      kinds.add(list.kind());
      keys.addAll(changed(list, before, after));
    }
    if (before.meshConfig().equals(after.meshConfig())) {
      kinds.add(MESH_CONFIG);
    }
    return new ChangedObjects(kinds.build(), keys.build());
  }

  private static <T> Set<ConfigKey> changed(
      MeshList<T> list, MeshSnapshot before, MeshSnapshot after) {
    ListDifference<T> difference =
        ListDifference.of(list.list().apply(before), list.list().apply(after));
    SetMultimap<ConfigKey, Object> one = LinkedHashMultimap.create();
    difference.before().forEach(object -> one.put(list.key().apply(object), object));
    SetMultimap<ConfigKey, Object> other = LinkedHashMultimap.create();
    difference.after().forEach(object -> other.put(list.key().apply(object), object));
    Set<ConfigKey> changed = new HashSet<>(one.keySet());
    changed.addAll(other.keySet());
    changed.removeIf(key -> one.get(key).equals(other.get(key)));
    return changed;
  }

  /**
   * The causes that differ. Where none of them does, the only object that does is the cause of all.
   *
   * @param sources where objects are
   */
  ImmutableList<Origin> causes(List<Origin> causes, List<Origin> others, SourceMap sources) {
    ImmutableList<Origin> changed = changed(causes);
    return changed.isEmpty() && changed(others).isEmpty()
        ? only().stream().flatMap(key -> origin(key, sources).stream()).collect(toImmutableList())
        : changed;
  }

  private ImmutableList<Origin> changed(List<Origin> causes) {
    return causes.stream()
        .filter(cause -> keys.contains(cause.object()) || !kinds.contains(cause.object().kind()))
        .collect(toImmutableList());
  }

  private Optional<ConfigKey> only() {
    return keys.size() == 1 && kinds.contains(MESH_CONFIG)
        ? keys.stream().filter(key -> !MADE.contains(key.kind())).findFirst()
        : Optional.empty();
  }

  /** Absent: it is not on this side. */
  private static Optional<Origin> origin(ConfigKey object, SourceMap sources) {
    return sources
        .locate(object, "")
        .map(at -> new Origin(Stage.LISTENER, object, "", true, Optional.of(at)));
  }
}
