// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import static java.util.Objects.requireNonNull;

/**
 * Names one object of the input: its kind, namespace and name, printed {@code
 * VirtualService/default/reviews}.
 *
 * @param kind the kind as in YAML, for example {@code VirtualService}
 * @param namespace the namespace, empty for kinds that have none
 * @param name the name
 */
public record ConfigKey(String kind, String namespace, String name)
    implements Comparable<ConfigKey> {
  /** The settings of the mesh, of which there is one object. */
  public static final ConfigKey MESH_CONFIG = new ConfigKey("MeshConfig", "", "mesh");

  /** Checks that no part is null. */
  public ConfigKey {
    requireNonNull(kind, "kind");
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
  }

  /** The key of an object of that kind. */
  public static ConfigKey of(String kind, ObjectMeta metadata) {
    return new ConfigKey(kind, metadata.namespace(), metadata.name());
  }

  @Override
  public int compareTo(ConfigKey other) {
    int byKind = kind.compareTo(other.kind);
    if (byKind != 0) {
      return byKind;
    }
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return kind + "/" + namespace + "/" + name;
  }
}
