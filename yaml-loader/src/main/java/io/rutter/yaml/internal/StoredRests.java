// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came to a store beside the objects that its keys stand for. A second object of a name counts
 * only as long as nobody brings or removes an object of that name.
 */
final class StoredRests {
  private final TreeMap<String, Rest> ofSources = new TreeMap<>();
  private final TreeMap<ObjectKey, ImmutableList<StoredObject>> ofTrees = new TreeMap<>();

  /**
   * What of a source belongs to no key of the store.
   *
   * @param problems what is wrong with its text
   * @param objects those without a name, and those whose name an earlier one has
   */
  record Rest(ImmutableList<Problem> problems, ImmutableList<StoredObject> objects) {
    static final Rest EMPTY = new Rest(ImmutableList.of(), ImmutableList.of());

    private Rest without(Set<ObjectKey> keys) {
      ImmutableList<StoredObject> others =
          objects.stream()
              .filter(object -> !keys.contains(object.key()))
              .collect(toImmutableList());
      return others.size() == objects.size() ? this : new Rest(problems, others);
    }
  }

  /**
   * Takes the rest of a source in place of what it had.
   *
   * @param keys the names of the objects that came with it
   * @return whether anything changed
   */
  boolean put(String source, Set<ObjectKey> keys, Rest rest) {
    Rest before = ofSources.getOrDefault(source, Rest.EMPTY);
    ofSources.remove(source);
    boolean changed = remove(keys) || !before.equals(rest);
    if (!rest.equals(Rest.EMPTY)) {
      ofSources.put(source, rest);
    }
    return changed;
  }

  /**
   * Takes what a tree has beside its objects.
   *
   * @param keys the names of its objects
   * @param others more objects of these names
   * @return whether anything changed
   */
  boolean put(Set<ObjectKey> keys, ImmutableListMultimap<ObjectKey, StoredObject> others) {
    boolean changed = removeOfSources(keys);
    for (ObjectKey key : keys) {
      ImmutableList<StoredObject> now = others.get(key);
      changed |= !ofTrees.getOrDefault(key, ImmutableList.of()).equals(now);
      ofTrees.remove(key);
      if (!now.isEmpty()) {
        ofTrees.put(key, now);
      }
    }
    return changed;
  }

  /** Removes the objects of these names, and returns whether there were any. */
  @CanIgnoreReturnValue
  boolean remove(Set<ObjectKey> keys) {
    return put(keys, ImmutableListMultimap.of());
  }

  private boolean removeOfSources(Set<ObjectKey> keys) {
    boolean changed = false;
    for (Map.Entry<String, Rest> source : ofSources.entrySet()) {
      Rest others = source.getValue().without(keys);
      changed |= !others.equals(source.getValue());
      source.setValue(others);
    }
    ofSources.values().removeIf(Rest.EMPTY::equals);
    return changed;
  }

  /** The objects, in an order of theirs. */
  Stream<StoredObject> objects() {
    return Stream.concat(
        ofSources.values().stream().flatMap(rest -> rest.objects().stream()),
        ofTrees.values().stream().flatMap(List::stream));
  }

  /** What is wrong with the texts of sources. */
  Stream<Problem> problems() {
    return ofSources.values().stream().flatMap(rest -> rest.problems().stream());
  }
}
