// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.common;

import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ObjectMeta} (Kubernetes: {@code ObjectMeta}). */
public final class ObjectMetaReader {
  private ObjectMetaReader() {}

  /** Reads the metadata of an object that belongs to a namespace. Default: {@code default}. */
  public static ObjectMeta namespaced(ObjectNode in) {
    requireName(in);
    return read(in).namespace(in.string("namespace").orElse("default")).build();
  }

  /** Reads the metadata of an object that belongs to none. */
  public static ObjectMeta clusterScoped(ObjectNode in) {
    requireName(in);
    in.accept("namespace");
    return read(in).namespace("").build();
  }

  /** Reads the metadata of an object of which there is one, so that its name does not matter. */
  public static ObjectMeta singleton(ObjectNode in) {
    in.accept("namespace");
    return read(in).name(in.string("name").orElse("mesh")).namespace("").build();
  }

  private static void requireName(ObjectNode in) {
    if (!in.has("name") || (in.isText("name") && in.string("name").isEmpty())) {
      in.reportMissing("name", "the name of the object");
    }
  }

  private static ObjectMeta.Builder read(ObjectNode in) {
    ObjectMeta.Builder metadata = ObjectMeta.builder().name(in.requiredString("name"));
    in.timestamp("creationTimestamp").ifPresent(metadata::creationTimestamp);
    metadata.labels(in.stringMap("labels"));
    metadata.annotations(in.stringMap("annotations"));
    in.accept(
        "generateName",
        "ownerReferences",
        "uid",
        "resourceVersion",
        "generation",
        "managedFields",
        "selfLink",
        "finalizers",
        "deletionTimestamp",
        "deletionGracePeriodSeconds");
    return metadata;
  }
}
