// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static java.util.Objects.requireNonNull;

import io.rutter.yaml.internal.ApiGroups;
import java.util.Comparator;

/**
 * Names one object of a cluster, as Kubernetes does: the kinds of two groups may share a name, but
 * the versions of a group have the same objects.
 *
 * @param group the API group, for example {@code networking.istio.io}; empty for Kubernetes' own
 * @param kind the kind, for example {@code VirtualService}
 * @param namespace the namespace; empty for kinds that have none
 * @param name the name
 */
public record ObjectKey(String group, String kind, String namespace, String name)
    implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::group)
          .thenComparing(ObjectKey::kind)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  /** Checks that no part is null. */
  public ObjectKey {
    requireNonNull(group, "group");
    requireNonNull(kind, "kind");
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
  }

  /**
   * The key of an object as it names itself.
   *
   * @param apiVersion the group and the version, for example {@code networking.istio.io/v1}
   */
  public static ObjectKey of(String apiVersion, String kind, String namespace, String name) {
    return new ObjectKey(ApiGroups.of(apiVersion), kind, namespace, name);
  }

  /** By group, kind, namespace and name: the order of a {@link StoredMesh}. */
  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }
}
