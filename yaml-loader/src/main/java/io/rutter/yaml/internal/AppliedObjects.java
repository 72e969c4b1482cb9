// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.yaml.ObjectKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects that come to a store together: of those with one name the first counts. */
final class AppliedObjects {
  private final Map<ObjectKey, StoredObject> objects = new LinkedHashMap<>();
  private final List<StoredObject> others = new ArrayList<>();
  private final Set<ConfigKey> taken = new HashSet<>();

  void add(StoredObject object) {
    if (object.read().value().isPresent()) {
      object.read().name().ifPresent(taken::add);
    }
    if (object.key().name().isEmpty() || objects.containsKey(object.key())) {
      others.add(object);
    } else {
      objects.put(object.key(), object);
    }
  }

  /** Whether one of that name is here, right or wrong. */
  boolean has(ObjectKey key) {
    return objects.containsKey(key);
  }

  /** Whether a right one of that name is here. */
  boolean isTaken(ConfigKey name) {
    return taken.contains(name);
  }

  /** The first of each name. */
  ImmutableList<StoredObject> objects() {
    return ImmutableList.copyOf(objects.values());
  }

  /** Their keys. */
  ImmutableSet<ObjectKey> keys() {
    return ImmutableSet.copyOf(objects.keySet());
  }

  /** Those without a name, and those whose name an earlier one has. */
  ImmutableList<StoredObject> others() {
    return ImmutableList.copyOf(others);
  }
}
