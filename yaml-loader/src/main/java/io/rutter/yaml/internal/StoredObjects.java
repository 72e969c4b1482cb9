// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.internal.StoredRests.Rest;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The objects of a store, each read, and the mesh that they make. */
public final class StoredObjects {
  private final YamlLimits limits;
  private final Validation validation;
  private final ObjectReader reader;
  private final LocatedProblems located = new LocatedProblems();
  private final TreeMap<GroupKey, ObjectGroup> groups = new TreeMap<>();
  private final StoredRests rests = new StoredRests();

  /** What changed since the last snapshot, as it was there. */
  private final Map<ObjectKey, StoredObject> replaced = new HashMap<>();

  /** Objects without a name by the key that they share: equal ones once, in an order of theirs. */
  private final TreeMap<ObjectKey, Set<StoredObject>> nameless = new TreeMap<>();

  private MadeObjects made = new MadeObjects();
  private Optional<MadeMesh> last = Optional.empty();

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
    putRest(source.name(), read.keys(), read.rest());
    return read.keys();
  }

  /** Adds or replaces the objects of a decoded tree. */
  public ImmutableSet<ObjectKey> apply(Map<String, ?> tree) {
    AppliedObjects read = new TreeObjects(limits, reader, this::known).read(tree);
    ImmutableListMultimap<ObjectKey, StoredObject> others =
        Multimaps.index(read.others(), StoredObject::key);
    put(read.objects());
    Multimaps.filterKeys(others, key -> key.name().isEmpty()).values().forEach(this::put);
    if (rests.put(read.keys(), others)) {
      last = Optional.empty();
    }
    return ImmutableSet.copyOf(Sets.union(read.keys(), others.keySet()));
  }

  private Optional<StoredObject> known(ObjectKey key) {
    return Optional.ofNullable(groups.get(GroupKey.of(key)))
        .flatMap(group -> group.get(key.name()));
  }

  private void put(Collection<StoredObject> read) {
    read.forEach(this::put);
  }

  private void put(StoredObject object) {
    if (object.key().name().isEmpty()) {
      putNameless(object);
      return;
    }
    Optional<StoredObject> current = known(object.key());
    current.ifPresent(known -> replaced.putIfAbsent(object.key(), known));
    StoredObject next =
        Optional.ofNullable(replaced.get(object.key()))
            .map(object::withEqualValueOf)
            .orElse(object);
    if (!current.equals(Optional.of(next))) {
      last = Optional.empty();
    }
    groups.computeIfAbsent(GroupKey.of(object.key()), key -> new ObjectGroup()).put(next);
  }

  private void putNameless(StoredObject object) {
    boolean isNew =
        nameless
            .computeIfAbsent(object.key(), key -> new TreeSet<>(comparing(StoredObject::toString)))
            .add(object);
    if (isNew) {
      last = Optional.empty();
    }
  }

  private void putRest(String source, Set<ObjectKey> keys, Rest rest) {
    if (rests.put(source, keys, rest)) {
      last = Optional.empty();
    }
  }

  /** Removes an object, and returns whether it was there. */
  public boolean remove(ObjectKey key) {
    ObjectKey normal = ObjectIdentity.normal(key);
    Optional<StoredObject> known = known(normal);
    known.ifPresent(
        removed -> {
          replaced.putIfAbsent(normal, removed);
          requireNonNull(groups.get(GroupKey.of(normal))).remove(normal.name());
          rests.remove(ImmutableSet.of(normal));
        });
    boolean wasThere = nameless.remove(normal) != null || known.isPresent();
    last = wasThere ? Optional.empty() : last;
    return wasThere;
  }

  /** Forgets what belongs to a source but to no object. */
  public void forgetSource(String source) {
    putRest(source, ImmutableSet.of(), Rest.EMPTY);
  }

  /** The keys of all objects. */
  public ImmutableSet<ObjectKey> keys() {
    TreeSet<ObjectKey> keys = new TreeSet<>(nameless.keySet());
    groups
        .values()
        .forEach(group -> group.read().objects().objects().forEach(of -> keys.add(of.key())));
    return ImmutableSet.copyOf(keys);
  }

  /** The mesh: the same as long as nothing changes. */
  public MadeMesh snapshot() {
    MadeMesh mesh = last.orElseGet(this::make);
    last = Optional.of(mesh);
    replaced.clear();
    return mesh;
  }

  private MadeMesh make() {
    groups.values().removeIf(group -> group.read().objects().isEmpty());
    MeshAssembly mesh = new MeshAssembly(limits, validation);
    List<ImmutableList<StoredObject>> wrong = new ArrayList<>();
    for (ObjectGroup group : groups.values()) {
      ReadGroup read = group.read();
      mesh.add(read);
      if (!read.wrong().isEmpty()) {
        wrong.add(read.wrong().objects());
      }
    }
    for (StoredObject object : others()) {
      mesh.add(object.read());
      mesh.addCharacters(object.characters());
      wrong.add(ImmutableList.of(object));
    }
    List<Problem> together = new ArrayList<>();
    MeshSnapshot snapshot = complete(mesh, together);
    return new MadeMesh(
        snapshot,
        new StoredProblems(wrong, rests.problems().toList(), together, mesh, located),
        mesh.sources(),
        Suppliers.memoize(mesh::suppressedCodes)::get);
  }

  /** The objects that are in no group: of which only what is wrong with them counts, mostly. */
  private List<StoredObject> others() {
    return Stream.concat(rests.objects(), nameless.values().stream().flatMap(Set::stream)).toList();
  }

  /** What was made before is not used again if something was thrown in the middle of it. */
  private MeshSnapshot complete(MeshAssembly mesh, List<Problem> together) {
    MadeObjects before = made;
    made = new MadeObjects();
    MeshSnapshot snapshot =
        mesh.complete(before, problem -> together.add(BoundedProblems.shortened(problem)));
    made = before;
    return snapshot;
  }
}
