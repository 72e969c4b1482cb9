// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.collect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Objects in the order of their names, of which each has another. Immutable: what changes some
 * makes another list, which costs a copy of the references and a search for each change.
 *
 * @param names the names, in their order
 * @param objects the object of each name
 */
public record NamedList<T>(ImmutableList<String> names, ImmutableList<T> objects) {
  private static final NamedList<?> EMPTY = new NamedList<>(ImmutableList.of(), ImmutableList.of());

  /** No objects. */
  @SuppressWarnings("unchecked") // It has no object of any type.
  public static <T> NamedList<T> of() {
    return (NamedList<T>) EMPTY;
  }

  /** One object. */
  public static <T> NamedList<T> of(String name, T object) {
    return new NamedList<>(ImmutableList.of(name), ImmutableList.of(object));
  }

  /** The objects of several lists, which share no name. */
  public static <T> NamedList<T> joined(List<NamedList<T>> parts) {
    if (parts.size() <= 1) {
      return parts.isEmpty() ? of() : parts.get(0);
    }
    SortedMap<String, Optional<T>> all = new TreeMap<>();
    for (NamedList<T> part : parts) {
      for (int i = 0; i < part.names.size(); i++) {
        all.put(part.names.get(i), Optional.of(part.objects.get(i)));
      }
    }
    return NamedList.<T>of().with(all);
  }

  /** The object of that name. */
  public Optional<T> get(String name) {
    int at = Collections.binarySearch(names, name);
    return at < 0 ? Optional.empty() : Optional.of(objects.get(at));
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * The list with other objects of some names; itself if they are the same objects.
   *
   * @param changes the object of each of these names; empty: none has it any more
   */
  public NamedList<T> with(SortedMap<String, Optional<T>> changes) {
    boolean someComeOrGo =
        changes.entrySet().stream()
            .anyMatch(change -> change.getValue().isPresent() != get(change.getKey()).isPresent());
    return someComeOrGo ? merged(changes) : replaced(changes);
  }

  /** With the same names. */
  @SuppressWarnings("ReferenceEquality") // What is another instance may have changed.
  private NamedList<T> replaced(SortedMap<String, Optional<T>> changes) {
    List<T> newObjects = new ArrayList<>();
    for (Map.Entry<String, Optional<T>> change : changes.entrySet()) {
      int at = Collections.binarySearch(names, change.getKey());
      if (at >= 0 && objects.get(at) != change.getValue().orElseThrow()) {
        if (newObjects.isEmpty()) {
          newObjects.addAll(objects);
        }
        newObjects.set(at, change.getValue().orElseThrow());
      }
    }
    return newObjects.isEmpty() ? this : new NamedList<>(names, ImmutableList.copyOf(newObjects));
  }

  private NamedList<T> merged(SortedMap<String, Optional<T>> changes) {
    List<String> newNames = new ArrayList<>(names.size() + changes.size());
    List<T> newObjects = new ArrayList<>(names.size() + changes.size());
    int copied = 0;
    for (Map.Entry<String, Optional<T>> change : changes.entrySet()) {
      int found = Collections.binarySearch(names, change.getKey());
      int at = found < 0 ? -found - 1 : found;
      newNames.addAll(names.subList(copied, at));
      newObjects.addAll(objects.subList(copied, at));
      if (change.getValue().isPresent()) {
        newNames.add(change.getKey());
        newObjects.add(change.getValue().get());
      }
      copied = found < 0 ? at : at + 1;
    }
    newNames.addAll(names.subList(copied, names.size()));
    newObjects.addAll(objects.subList(copied, names.size()));
    return new NamedList<>(ImmutableList.copyOf(newNames), ImmutableList.copyOf(newObjects));
  }

  /** The names, in their order, whose objects are not the same instances as in another list. */
  @SuppressWarnings("ReferenceEquality") // Identity is cheap and sufficient here.
  public ImmutableSet<String> changesFrom(NamedList<T> before) {
    if (objects == before.objects) {
      return ImmutableSet.of();
    }
    ListDifference<T> difference = ListDifference.of(before.objects, objects);
    int first = difference.start();
    NamedList<T> old = before.part(first, first + difference.before().size());
    NamedList<T> now = part(first, first + difference.after().size());
    ImmutableSet.Builder<String> changes = ImmutableSet.builder();
    int i = 0;
    int j = 0;
    while (i < old.names.size() || j < now.names.size()) {
      int order = compare(old.names, i, now.names, j);
      if (order != 0) {
        changes.add(order < 0 ? old.names.get(i) : now.names.get(j));
      } else if (old.objects.get(i) != now.objects.get(j)) {
        changes.add(now.names.get(j));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return changes.build();
  }

  private NamedList<T> part(int from, int to) {
    return new NamedList<>(names.subList(from, to), objects.subList(from, to));
  }

  /** Compares two names; where a list ends, the other has the next name. */
  private static int compare(List<String> left, int i, List<String> right, int j) {
    if (i == left.size()) {
      return 1;
    }
    return j == right.size() ? -1 : left.get(i).compareTo(right.get(j));
  }
}
