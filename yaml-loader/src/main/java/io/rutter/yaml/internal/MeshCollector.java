// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The objects read so far. */
final class MeshCollector {
  private final ImmutableList<Collected<?>> kinds =
      Kinds.ALL.stream().map(Collected::new).collect(toImmutableList());
  private final Set<ConfigKey> secrets = new LinkedHashSet<>();
  private final List<InactiveObject> inactiveObjects = new ArrayList<>();

  /** The objects of one kind read so far. */
  static final class Collected<T> {
    private final Kind<T> kind;
    private final ImmutableList.Builder<T> objects = ImmutableList.builder();

    private Collected(Kind<T> kind) {
      this.kind = kind;
    }

    Kind<T> kind() {
      return kind;
    }

    /** Adds an object. */
    void add(T object) {
      objects.add(object);
    }

    private void putInto(MeshSnapshot.Builder mesh, KubernetesRegistry kubernetes) {
      kind.place().put(objects.build(), mesh, kubernetes);
    }
  }

  /** The objects of the kind that a document names. Empty: it is of a kind that is not read. */
  Optional<Collected<?>> ofKind(String apiVersion, String kind) {
    return kinds.stream().filter(of -> of.kind().isNamed(apiVersion, kind)).findFirst();
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
    kinds.forEach(kind -> kind.putInto(mesh, kubernetes));
    return new WrittenMesh(mesh.build(), kubernetes);
  }
}
