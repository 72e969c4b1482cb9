// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of a store that are of one kind and namespace. */
final class ObjectGroup {
  private ReadGroup read = ReadGroup.EMPTY;

  /** What changed since they were put together; empty: removed. */
  private final NavigableMap<String, Optional<StoredObject>> changes = new TreeMap<>();

  /** The object of that name. */
  Optional<StoredObject> get(String name) {
    return changes.getOrDefault(name, read.objects().get(name));
  }

  void put(StoredObject object) {
    changes.put(object.key().name(), Optional.of(object));
  }

  void remove(String name) {
    changes.put(name, Optional.empty());
  }

  /** All of them together: the same as long as none changes. */
  ReadGroup read() {
    if (!changes.isEmpty()) {
      read = read.with(changes);
      changes.clear();
    }
    return read;
  }
}
