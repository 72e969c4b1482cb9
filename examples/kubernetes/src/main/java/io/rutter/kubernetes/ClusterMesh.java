// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The mesh of one cluster's objects. Used by one thread, but for its watch. */
final class ClusterMesh {
  private final String id;
  private final ClusterWatch watch;
  private final ObjectStore store = ObjectStore.create();

  /** The settings in the store. */
  private final Set<ObjectKey> settings = new HashSet<>();

  private ImmutableList<Map<String, Object>> lastSettings = ImmutableList.of();

  /**
   * An empty mesh.
   *
   * @param id the cluster's id
   */
  ClusterMesh(String id, ClusterWatch watch) {
    this.id = id;
    this.watch = watch;
  }

  /** The cluster's id. */
  String id() {
    return id;
  }

  /** Its objects. */
  ClusterWatch watch() {
    return watch;
  }

  /** The mesh as the API server has it now, with these settings. */
  StoredMesh snapshot(MeshSettings now) {
    ImmutableList<Map<String, Object>> trees = RegistryNames.in(now.objects(), id);
    if (!trees.equals(lastSettings)) {
      settings.forEach(store::remove);
      settings.clear();
      trees.forEach(tree -> settings.addAll(store.apply(tree)));
      lastSettings = trees;
    }
    watch.bring(store, now.selectors());
    return store.snapshot();
  }
}
