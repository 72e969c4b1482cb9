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
    private final ImmutableList.Builder<T> objects = ImmutableList.builder();

    private Collected(Kind<T> kind) {
      this.kind = kind;
    }

    @SuppressWarnings("unchecked") // A value has the type of its kind, which is this one.
    private void add(ReadObject.Value<?> value) {
      objects.add((T) value.object());
    }

    private void putInto(MeshSnapshot.Builder mesh, KubernetesRegistry kubernetes) {
      kind.place().put(objects.build(), mesh, kubernetes);
    }
  }

  /** Adds an object. */
  void add(ReadObject.Value<?> value) {
    requireNonNull(kinds.get(value.kind().name())).add(value);
  }

  /** Adds the name of a Secret. */
  void addSecret(ConfigKey name) {
    secrets.add(name);
  }

  /** Adds an object that is not translated. */
  void addInactive(InactiveObject object) {
    inactiveObjects.add(object);
  }

  /** The mesh of these objects as far as it is written. */
  WrittenMesh written() {
    MeshSnapshot.Builder mesh =
        MeshSnapshot.builder()
            .secrets(ImmutableList.copyOf(secrets))
            .inactiveObjects(inactiveObjects);
    KubernetesRegistry kubernetes = new KubernetesRegistry();
    kinds.values().forEach(kind -> kind.putInto(mesh, kubernetes));
    return new WrittenMesh(mesh.build(), kubernetes);
  }
}
