// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the client as the tree that it was decoded from, without what nobody reads. */
final class ObjectTree {
  private ObjectTree() {}

  /** The tree. The items of a list do not say what they are. */
  static Map<String, Object> of(ServedKind kind, GenericKubernetesResource object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", kind.apiVersion());
    tree.put("kind", kind.kind().name());
    tree.put("metadata", metadata(object.getMetadata()));
    tree.putAll(object.getAdditionalProperties());
    return tree;
  }

  /** Without {@code managedFields}, which may be larger than all the rest. */
  private static Map<String, Object> metadata(ObjectMeta from) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    put(metadata, "name", from.getName());
    put(metadata, "generateName", from.getGenerateName());
    put(metadata, "namespace", from.getNamespace());
    put(metadata, "labels", from.getLabels());
    put(metadata, "annotations", from.getAnnotations());
    put(metadata, "creationTimestamp", from.getCreationTimestamp());
    put(metadata, "deletionTimestamp", from.getDeletionTimestamp());
    put(metadata, "generation", from.getGeneration());
    put(metadata, "resourceVersion", from.getResourceVersion());
    put(metadata, "uid", from.getUid());
    List<Object> owners = new ArrayList<>();
    for (OwnerReference owner : from.getOwnerReferences()) {
      Map<String, Object> one = new LinkedHashMap<>();
      put(one, "apiVersion", owner.getApiVersion());
      put(one, "kind", owner.getKind());
      put(one, "name", owner.getName());
      put(one, "uid", owner.getUid());
      put(one, "controller", owner.getController());
      owners.add(one);
    }
    if (!owners.isEmpty()) {
      metadata.put("ownerReferences", owners);
    }
    return metadata;
  }

  private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
    if (value != null) {
      tree.put(name, value);
    }
  }
}
