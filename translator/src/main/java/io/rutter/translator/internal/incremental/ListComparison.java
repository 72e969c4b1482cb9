// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Compares two lists of resources that are sorted by name. Resources that are the same object are
 * passed over; of the others, each that equals the earlier one of its name is replaced by that.
 */
final class ListComparison<T extends Message> {
  private final ImmutableList<Resource<T>> before;
  private final ImmutableList<Resource<T>> now;
  private final Function<T, String> name;

  /** The earlier objects that are taken in place of equal ones, by place in the later list. */
  private final Map<Integer, Resource<T>> reused = new HashMap<>();

  private final Set<String> added = new HashSet<>();
  private final Set<String> changed = new HashSet<>();
  private final Set<String> removed = new HashSet<>();
  private int place;
  private int placeBefore;

  private ListComparison(
      ImmutableList<Resource<T>> before, ImmutableList<Resource<T>> now, Function<T, String> name) {
    this.before = before;
    this.now = now;
    this.name = name;
  }

  /**
   * What a comparison gives.
   *
   * @param resources the later list, of earlier objects where they are equal
   * @param difference what differs
   */
  record Result<T extends Message>(
      ImmutableList<Resource<T>> resources, ResourceDifference difference) {}

  /** Compares a list with an earlier one. */
  static <T extends Message> Result<T> of(
      ImmutableList<Resource<T>> before, ImmutableList<Resource<T>> now, Function<T, String> name) {
    return new ListComparison<>(before, now, name).compare();
  }

  /**
   * The place of a name in a sorted list, as {@link java.util.Collections#binarySearch} gives it.
   */
  static <T extends Message> int find(
      List<Resource<T>> sorted, String name, Function<T, String> nameOf) {
    int low = 0;
    int high = sorted.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = nameOf.apply(sorted.get(middle).message()).compareTo(name);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  @SuppressWarnings("ReferenceEquality") // Only saves work: identical objects are equal.
  private Result<T> compare() {
    while (place < now.size() && placeBefore < before.size()) {
      Resource<T> resource = now.get(place);
      Resource<T> earlier = before.get(placeBefore);
      if (resource == earlier) {
        place++;
        placeBefore++;
      } else {
        compare(resource, earlier);
      }
    }
    for (; placeBefore < before.size(); placeBefore++) {
      removed.add(nameOf(before.get(placeBefore)));
    }
    for (; place < now.size(); place++) {
      added.add(nameOf(now.get(place)));
    }
    return new Result<>(resources(), difference());
  }

  private ImmutableList<Resource<T>> resources() {
    if (reused.isEmpty()) {
      return now;
    }
    List<Resource<T>> resources = new ArrayList<>(now);
    reused.forEach(resources::set);
    return ImmutableList.copyOf(resources);
  }

  private void compare(Resource<T> resource, Resource<T> earlier) {
    String itsName = nameOf(resource);
    int order = itsName.compareTo(nameOf(earlier));
    if (order < 0) {
      added.add(itsName);
    } else if (order > 0) {
      removed.add(nameOf(earlier));
    } else if (resource.message().equals(earlier.message())) {
      reused.put(place, earlier);
    } else {
      changed.add(itsName);
    }
    place += order <= 0 ? 1 : 0;
    placeBefore += order >= 0 ? 1 : 0;
  }

  /** Several resources may have one name in lists of other software: that one differs then. */
  private ResourceDifference difference() {
    if (added.isEmpty() && changed.isEmpty() && removed.isEmpty()) {
      return ResourceDifference.NONE;
    }
    Set<String> repeated = new HashSet<>();
    added.stream().filter(found -> isIn(before, found)).forEach(repeated::add);
    removed.stream().filter(found -> isIn(now, found)).forEach(repeated::add);
    added.removeAll(repeated);
    removed.removeAll(repeated);
    changed.addAll(repeated);
    return new ResourceDifference(
        ImmutableSortedSet.copyOf(added),
        ImmutableSortedSet.copyOf(changed),
        ImmutableSortedSet.copyOf(removed));
  }

  private boolean isIn(ImmutableList<Resource<T>> resources, String found) {
    return find(resources, found, name) >= 0;
  }

  private String nameOf(Resource<T> resource) {
    return name.apply(resource.message());
  }
}
