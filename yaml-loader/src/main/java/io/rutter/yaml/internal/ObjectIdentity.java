// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import io.rutter.model.ConfigKey;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.internal.node.Nodes;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.RootObject.TypedList;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Which object it is, as far as that can be told before it is read.
 *
 * @param apiVersion as it is written; empty if it is not
 * @param key its key; without a name if it has none
 * @param resourceVersion its version, or empty
 */
record ObjectIdentity(String apiVersion, ObjectKey key, String resourceVersion) {
  static ObjectIdentity of(RootObject object) {
    return of(object.node(), object.list());
  }

  static ObjectIdentity of(MappingNode node, Optional<TypedList> list) {
    String apiVersion =
        Nodes.text(node, "apiVersion").or(() -> list.map(TypedList::apiVersion)).orElse("");
    ObjectKey written =
        ObjectKey.of(
            apiVersion,
            Nodes.text(node, "kind").or(() -> list.map(TypedList::kind)).orElse(""),
            Nodes.text(node, "metadata", "namespace").orElse(""),
            Nodes.text(node, "metadata", "name").orElse(""));
    return new ObjectIdentity(
        apiVersion, normal(written), Nodes.text(node, "metadata", "resourceVersion").orElse(""));
  }

  /**
   * What problems call an object of a kind that is not read, or of none that anybody knows; empty
   * where it has no kind or no name, which a problem then says.
   */
  Optional<ConfigKey> name() {
    return key.kind().isEmpty() || key.name().isEmpty()
        ? Optional.empty()
        : Optional.of(new ConfigKey(key.kind(), key.namespace(), key.name()));
  }

  /** The key with the namespace that the object is read with. */
  static ObjectKey normal(ObjectKey key) {
    return Kinds.named(key.kind())
        .filter(kind -> kind.group().equals(key.group()))
        .map(Kind::scope)
        .or(() -> OtherKinds.scope(key.group(), key.kind()))
        .map(scope -> scope.normal(key))
        .orElse(key);
  }

  /** The key of an object of a kind that is read. */
  static Optional<ObjectKey> of(ConfigKey name) {
    return Kinds.named(name.kind())
        .map(kind -> new ObjectKey(kind.group(), kind.name(), name.namespace(), name.name()));
  }
}
