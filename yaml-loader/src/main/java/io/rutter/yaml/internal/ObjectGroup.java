// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import io.rutter.yaml.ObjectKey;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of a store that are of one kind and namespace. */
final class ObjectGroup {
  private final TreeMap<ObjectKey, StoredObject> objects = new TreeMap<>();
  private Optional<ReadGroup> read = Optional.empty();

  Optional<StoredObject> get(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  void put(StoredObject object) {
    objects.put(object.key(), object);
    read = Optional.empty();
  }

  void remove(ObjectKey key) {
    objects.remove(key);
    read = Optional.empty();
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  /** The keys of all. */
  Iterable<ObjectKey> keys() {
    return objects.keySet();
  }

  /** All of them together: the same as long as none changes. */
  ReadGroup read() {
    ReadGroup now = read.orElseGet(() -> ReadGroup.of(objects.values()));
    read = Optional.of(now);
    return now;
  }
}
