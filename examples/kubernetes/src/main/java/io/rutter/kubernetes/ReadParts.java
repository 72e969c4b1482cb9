// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableSet;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Map;

/**
 * What of an object is read, which decides whether an update is a change: the status of most kinds
 * is written again and again, by this control plane too, and leads to no other mesh.
 */
final class ReadParts {
  /**
   * The kinds whose status says what a mesh is made of, or what is written: the readiness of Pods,
   * the addresses of Services and Nodes, the health of WorkloadEntries, the addresses of
   * ServiceEntries.
   */
  private static final ImmutableSet<String> WITH_STATUS =
      ImmutableSet.of(
          "/Node",
          "/Pod",
          "/Service",
          "networking.istio.io/ServiceEntry",
          "networking.istio.io/WorkloadEntry");

  private ReadParts() {}

  /** Whether the status of a kind is read. */
  static boolean includeStatus(String qualifiedName) {
    return WITH_STATUS.contains(qualifiedName);
  }

  /** Whether two versions of an object differ in what is read. */
  static boolean differ(
      ServedKind kind, GenericKubernetesResource one, GenericKubernetesResource other) {
    return !of(kind, one).equals(of(kind, other));
  }

  private static Map<String, Object> of(ServedKind kind, GenericKubernetesResource object) {
    Map<String, Object> tree = ObjectTree.of(kind, object);
    if (!includeStatus(kind.qualifiedName())) {
      tree.remove("status");
    }
    if (tree.get("metadata") instanceof Map<?, ?> metadata) {
      metadata.remove("resourceVersion");
      metadata.remove("generation");
    }
    return tree;
  }
}
