// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The problems of a mesh: of the objects of each cluster, as its store has them, and of what was
 * made of all of them, which is the configuration of the first.
 */
final class MeshProblems {
  /** The groups of the kinds that a translation tells of, which have names of their own. */
  private static final ImmutableMap<String, String> GROUPS =
      ObjectStore.kinds().stream()
          .collect(toImmutableMap(ObjectKind::name, ObjectKind::group, (first, second) -> first));

  /** Of each cluster by its id, the first first. */
  private final ImmutableMap<String, StoredMesh> clusters;

  private final Map.Entry<String, StoredMesh> first;

  /** Those that no store has told of. */
  private final ImmutableList<Problem> later;

  private MeshProblems(ImmutableMap<String, StoredMesh> clusters, ImmutableList<Problem> later) {
    this.clusters = clusters;
    this.first = clusters.entrySet().iterator().next();
    this.later = later;
  }

  /**
   * A problem, as it is told: two clusters may have the same one.
   *
   * @param cluster the id of the cluster; empty for the first, or the only one
   */
  record Told(String cluster, Problem problem) {}

  /**
   * Those of a mesh.
   *
   * @param clusters of each cluster by its id, the first first
   * @param all all of them, of the stores too
   */
  static MeshProblems of(Map<String, StoredMesh> clusters, Collection<Problem> all) {
    ImmutableSet<Problem> stored = ImmutableSet.copyOf(ofStores(clusters.values()));
    return new MeshProblems(
        ImmutableMap.copyOf(clusters),
        all.stream()
            .filter(problem -> !stored.contains(problem))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Those of the objects of clusters. */
  static Iterable<Problem> ofStores(Collection<StoredMesh> stores) {
    return Iterables.concat(Iterables.transform(stores, MeshProblems::ofStore));
  }

  private static Iterable<Problem> ofStore(StoredMesh store) {
    return Iterables.concat(store.problems().values(), store.otherProblems());
  }

  /** All, each with its cluster. */
  ImmutableSet<Told> told() {
    ImmutableSet.Builder<Told> told = ImmutableSet.builder();
    clusters.forEach(
        (id, store) ->
            ofStore(store)
                .forEach(
                    problem -> told.add(new Told(id.equals(first.getKey()) ? "" : id, problem))));
    later.forEach(problem -> told.add(new Told("", problem)));
    return told.build();
  }

  /** Those of the objects of the first cluster, whose statuses are written. */
  ImmutableListMultimap<ObjectKey, Problem> byObject() {
    ImmutableListMultimap.Builder<ObjectKey, Problem> result = ImmutableListMultimap.builder();
    result.putAll(first.getValue().problems());
    for (Problem problem : later) {
      problem.object().flatMap(MeshProblems::key).ifPresent(key -> result.put(key, problem));
    }
    return result.build();
  }

  private static Optional<ObjectKey> key(ConfigKey object) {
    return Optional.ofNullable(GROUPS.get(object.kind()))
        .map(group -> new ObjectKey(group, object.kind(), object.namespace(), object.name()));
  }
}
