// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.mesh.MeshDefaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MeshNetworks names clusters ({@code fromRegistry}), but each store reads one cluster, which it
 * knows as {@link MeshDefaults#CLUSTER_ID}: so that is how its own cluster is named to it, and
 * another one that is really named so gets a name that no cluster has.
 */
final class RegistryNames {
  private static final String REGISTRY = "fromRegistry";
  private static final String OTHER = "another cluster: ";

  private RegistryNames() {}

  /** The settings as the store of a cluster is to see them. */
  static ImmutableList<Map<String, Object>> in(
      ImmutableList<Map<String, Object>> settings, String cluster) {
    return cluster.equals(MeshDefaults.CLUSTER_ID)
        ? settings
        : settings.stream()
            .map(
                tree ->
                    tree.get("kind") instanceof String kind && kind.equals("MeshNetworks")
                        ? map(tree, cluster)
                        : tree)
            .collect(toImmutableList());
  }

  private static Map<String, Object> map(Map<?, ?> tree, String cluster) {
    Map<String, Object> result = new LinkedHashMap<>();
    tree.forEach(
        (key, value) ->
            result.put(
                String.valueOf(key),
                REGISTRY.equals(key) ? registry(value, cluster) : value(value, cluster)));
    return result;
  }

  private static Object value(Object value, String cluster) {
    if (value instanceof Map<?, ?> map) {
      return map(map, cluster);
    }
    return value instanceof List<?> list
        ? list.stream().map(each -> value(each, cluster)).toList()
        : value;
  }

  private static Object registry(@Nullable Object name, String cluster) {
    if (cluster.equals(name)) {
      return MeshDefaults.CLUSTER_ID;
    }
    return MeshDefaults.CLUSTER_ID.equals(name) ? OTHER + name : String.valueOf(name);
  }
}
