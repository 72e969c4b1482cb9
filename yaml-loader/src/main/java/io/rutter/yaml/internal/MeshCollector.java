// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.ArrayList;
import java.util.List;

/** The objects read so far. */
final class MeshCollector {
  private final ImmutableMap<String, Collected<?>> kinds =
      Kinds.ALL.stream().collect(toImmutableMap(Kind::name, Collected::new));
  private final List<ImmutableList<ConfigKey>> secrets = new ArrayList<>();
  private final List<ImmutableList<InactiveObject>> inactiveObjects = new ArrayList<>();

  /** The objects of one kind read so far. */
  private static final class Collected<T> {
    private final Kind<T> kind;
    private final List<NamedList<T>> parts = new ArrayList<>();

    private Collected(Kind<T> kind) {
      this.kind = kind;
    }

    @SuppressWarnings("unchecked") // Objects have the type of their kind, which is this one.
    private void add(NamedList<?> part) {
      parts.add((NamedList<T>) part);
    }

    private void putInto(
        MeshSnapshot.Builder mesh, KubernetesRegistry kubernetes, MadeObjects before) {
      kind.place().put(new KindObjects<>(kind.name(), parts, before), mesh, kubernetes);
    }
  }

  /** Adds objects of one kind and namespace. */
  void add(Kind<?> kind, NamedList<?> objects) {
    requireNonNull(kinds.get(kind.name())).add(objects);
  }

  /** Adds the names of Secrets. */
  void addSecrets(ImmutableList<ConfigKey> names) {
    if (!names.isEmpty()) {
      secrets.add(names);
    }
  }

  /** Adds objects that are not translated. */
  void addInactive(ImmutableList<InactiveObject> objects) {
    if (!objects.isEmpty()) {
      inactiveObjects.add(objects);
    }
  }

  /**
   * The mesh of these objects as far as it is written.
   *
   * @param before what was made for the mesh before
   */
  WrittenMesh written(MadeObjects before) {
    MeshSnapshot.Builder mesh =
        MeshSnapshot.builder()
            .secrets(distinctSecrets(before))
            .inactiveObjects(before.joined("inactive", inactiveObjects));
    KubernetesRegistry kubernetes = new KubernetesRegistry();
    kinds.values().forEach(kind -> kind.putInto(mesh, kubernetes, before));
    return WrittenMesh.of(mesh.build(), kubernetes, before);
  }

  private ImmutableList<ConfigKey> distinctSecrets(MadeObjects before) {
    ImmutableList<ConfigKey> all = before.joined("Secret", secrets);
    return before.ofLists(
        "secrets", ImmutableList.of(all), () -> ImmutableSet.copyOf(all).asList());
  }
}
