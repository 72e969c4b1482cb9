// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The objects read so far. */
final class MeshCollector {
  private final ImmutableMap<String, Collected<?>> kinds =
      Kinds.ALL.stream().collect(toImmutableMap(Kind::name, Collected::new));
  private final Set<ConfigKey> secrets = new LinkedHashSet<>();
  private final List<InactiveObject> inactiveObjects = new ArrayList<>();

  /** The objects of one kind read so far. */
  private static final class Collected<T> {
    private final Kind<T> kind;
    private final List<ImmutableList<T>> parts = new ArrayList<>();

    private Collected(Kind<T> kind) {
      this.kind = kind;
    }

    @SuppressWarnings("unchecked") // Objects have the type of their kind, which is this one.
    private void add(ImmutableList<?> part) {
      parts.add((ImmutableList<T>) part);
    }

    private void putInto(MeshSnapshot.Builder mesh, KubernetesRegistry kubernetes) {
      kind.place().put(parts, mesh, kubernetes);
    }
  }

  /** Adds an object. */
  void add(ReadObject.Value<?> value) {
    add(value.kind(), ImmutableList.of(value.object()));
  }

  /** Adds objects of one kind and namespace. */
  void add(ReadGroup.Values values) {
    add(values.kind(), values.objects());
  }

  private void add(Kind<?> kind, ImmutableList<?> objects) {
    requireNonNull(kinds.get(kind.name())).add(objects);
  }

  /** Adds the name of a Secret. */
  void addSecret(ConfigKey name) {
    secrets.add(name);
  }

  /** Adds an object that is not translated. */
  void addInactive(InactiveObject object) {
    inactiveObjects.add(object);
  }

  /**
   * The mesh of these objects as far as it is written.
   *
   * @param before what was made for the mesh before
   */
  WrittenMesh written(MadeObjects before) {
    MeshSnapshot.Builder mesh =
        MeshSnapshot.builder()
            .secrets(ImmutableList.copyOf(secrets))
            .inactiveObjects(inactiveObjects);
    KubernetesRegistry kubernetes = new KubernetesRegistry();
    kinds.values().forEach(kind -> kind.putInto(mesh, kubernetes));
    return WrittenMesh.of(mesh.build(), kubernetes, before);
  }
}
