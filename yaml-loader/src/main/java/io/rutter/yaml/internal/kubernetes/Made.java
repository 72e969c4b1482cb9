// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Values by name that are made of others. One is made again only if something that it is made of is
 * another object than for the snapshot before, and is another object only if it is not equal.
 */
final class Made<V> {
  private record Entry<V>(ImmutableList<?> of, V value) {}

  private Map<Object, Entry<V>> before = new HashMap<>();
  private Map<Object, Entry<V>> now = new HashMap<>();

  /** Begins with the next snapshot: what it does not ask for is forgotten. */
  void startSnapshot() {
    before = now;
    now = new HashMap<>();
  }

  /**
   * The value of that name.
   *
   * @param of all that it is made of
   */
  V get(Object name, ImmutableList<?> of, Supplier<V> maker) {
    Entry<V> last = before.get(name);
    return last != null && areSame(last.of(), of) ? keep(name, last) : make(name, of, maker.get());
  }

  /** The equal value of that name of the snapshot before, else this one. */
  V same(Object name, V value) {
    return make(name, ImmutableList.of(), value);
  }

  private V make(Object name, ImmutableList<?> of, V value) {
    Entry<V> last = before.get(name);
    V known = last != null && last.value().equals(value) ? last.value() : value;
    return keep(name, new Entry<>(of, known));
  }

  private V keep(Object name, Entry<V> entry) {
    now.put(name, entry);
    return entry.value();
  }

  /** Whether lists have the same objects. */
  @SuppressWarnings("ReferenceEquality") // Objects are immutable, so the same one did not change.
  static boolean areSame(ImmutableList<?> left, ImmutableList<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (left.get(i) != right.get(i)) {
        return false;
      }
    }
    return true;
  }
}
