// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.StoredMesh;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.internal.SourceObjects.Rest;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The objects of a store, each read, and the mesh that they make. */
public final class StoredObjects {
  private final YamlLimits limits;
  private final Validation validation;
  private final ObjectReader reader;
  private final MadeObjects made = new MadeObjects();
  private final TreeMap<GroupKey, ObjectGroup> groups = new TreeMap<>();
  private final TreeMap<String, Rest> rests = new TreeMap<>();

  /** What changed since the last snapshot, as it was there. */
  private final Map<ObjectKey, StoredObject> replaced = new HashMap<>();

  private Optional<StoredMesh> last = Optional.empty();

  private record GroupKey(String group, String kind, String namespace)
      implements Comparable<GroupKey> {
    private static final Comparator<GroupKey> ORDER =
        Comparator.comparing(GroupKey::group)
            .thenComparing(GroupKey::kind)
            .thenComparing(GroupKey::namespace);

    static GroupKey of(ObjectKey object) {
      return new GroupKey(object.group(), object.kind(), object.namespace());
    }

    @Override
    public int compareTo(GroupKey other) {
      return ORDER.compare(this, other);
    }
  }

  /** No objects yet. */
  public StoredObjects(YamlLimits limits, Validation validation) {
    this.limits = limits;
    this.validation = validation;
    this.reader = new ObjectReader(limits.products(), validation);
  }

  /** The kinds that are read, then those that are only warned of. */
  public static ImmutableList<ObjectKind> kinds() {
    return Stream.concat(
            Kinds.ALL.stream()
                .map(kind -> new ObjectKind(kind.group(), kind.name(), kind.api().versions())),
            OtherKinds.notTranslated())
        .collect(toImmutableList());
  }

  /** Adds or replaces the objects of a source. */
  public ImmutableSet<ObjectKey> apply(YamlSource source) {
    SourceObjects read = new SourceObjects(limits, reader, this::known);
    read.read(source);
    put(read.objects());
    putRest(source.name(), read.rest());
    return read.keys();
  }

  /** Adds or replaces the objects of a decoded tree. */
  public ImmutableSet<ObjectKey> apply(Map<String, ?> tree) {
    ImmutableList<StoredObject> read = new TreeObjects(limits, reader, this::known).read(tree);
    put(read);
    return read.stream().map(StoredObject::key).collect(toImmutableSet());
  }

  private Optional<StoredObject> known(ObjectKey key) {
    return Optional.ofNullable(groups.get(GroupKey.of(key))).flatMap(group -> group.get(key));
  }

  private void put(Collection<StoredObject> read) {
    read.forEach(this::put);
  }

  private void put(StoredObject object) {
    Optional<StoredObject> current = known(object.key());
    current.ifPresent(known -> replaced.putIfAbsent(object.key(), known));
    StoredObject next =
        Optional.ofNullable(replaced.get(object.key()))
            .map(object::withEqualValueOf)
            .orElse(object);
    groups.computeIfAbsent(GroupKey.of(object.key()), key -> new ObjectGroup()).put(next);
    if (!current.equals(Optional.of(next))) {
      last = Optional.empty();
    }
  }

  private void putRest(String source, Rest rest) {
    Rest before = rest.isEmpty() ? rests.remove(source) : rests.put(source, rest);
    if (before == null ? !rest.isEmpty() : !before.equals(rest)) {
      last = Optional.empty();
    }
  }

  /** Removes an object, and returns whether it was there. */
  public boolean remove(ObjectKey key) {
    ObjectKey normal = ObjectIdentity.normal(key);
    Optional<StoredObject> removed = known(normal);
    if (removed.isEmpty()) {
      return false;
    }
    replaced.putIfAbsent(normal, removed.get());
    GroupKey of = GroupKey.of(normal);
    ObjectGroup group = requireNonNull(groups.get(of));
    group.remove(normal);
    if (group.isEmpty()) {
      groups.remove(of);
    }
    last = Optional.empty();
    return true;
  }

  /** Forgets what belongs to a source but to no object. */
  public void forgetSource(String source) {
    putRest(source, new Rest(ImmutableList.of(), ImmutableList.of()));
  }

  /** The keys of all objects. */
  public ImmutableSet<ObjectKey> keys() {
    ImmutableSet.Builder<ObjectKey> keys = ImmutableSet.builder();
    groups.values().forEach(group -> keys.addAll(group.keys()));
    return keys.build();
  }

  /** The mesh. */
  public StoredMesh snapshot() {
    StoredMesh mesh = last.orElseGet(this::make);
    last = Optional.of(mesh);
    replaced.clear();
    return mesh;
  }

  private StoredMesh make() {
    MeshAssembly mesh = new MeshAssembly(limits, validation);
    ListMultimap<ObjectKey, Problem> problems =
        MultimapBuilder.treeKeys().arrayListValues().build();
    List<Problem> others = new ArrayList<>();
    rests.values().forEach(rest -> others.addAll(rest.problems()));
    for (ObjectGroup group : groups.values()) {
      mesh.add(group.read());
      problems.putAll(group.read().problems());
    }
    rests.values().stream()
        .flatMap(rest -> rest.objects().stream())
        .forEach(
            object -> {
              mesh.add(object.read());
              mesh.addCharacters(object.characters());
              problems.putAll(object.key(), object.problems());
            });
    MeshSnapshot snapshot =
        mesh.complete(
            made,
            problem ->
                problem
                    .object()
                    .map(mesh::writtenAs)
                    .flatMap(ObjectIdentity::of)
                    .map(problems::get)
                    .orElse(others)
                    .add(problem));
    return new StoredMesh(
        snapshot,
        ImmutableListMultimap.copyOf(problems),
        ImmutableList.copyOf(others),
        mesh.sources(),
        mesh.suppressedCodes());
  }
}
