// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.internal.collect.NamedList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values of a namespace by name, made of objects of a cluster. Those who know which names a change
 * touches have these looked at again. What is looked at is made again only if something that it is
 * made of is another object, and is another object only if it is not equal.
 */
final class MadeByName<V> {
  private final Map<String, Entry<V>> entries = new HashMap<>();
  private NamedList<V> values = NamedList.of();

  private record Entry<V>(ImmutableList<?> of, Optional<V> value) {}

  /**
   * How a value is made.
   *
   * @param of all that it is made of
   * @param maker makes it; empty: these make none
   */
  record Recipe<V>(ImmutableList<?> of, Supplier<Optional<V>> maker) {}

  /**
   * What became of a value.
   *
   * @param before the value before; empty: there was none
   * @param now the value now; empty: there is none any more
   */
  record Change<V>(Optional<V> before, Optional<V> now) {}

  /**
   * Looks at names again.
   *
   * @param recipes what is to be made for a name; empty: nothing has it
   * @return what changed
   */
  @CanIgnoreReturnValue
  ImmutableMap<String, Change<V>> update(
      Collection<String> names, Function<String, Optional<Recipe<V>>> recipes) {
    if (names.isEmpty()) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<String, Change<V>> changes = ImmutableMap.builder();
    NavigableMap<String, Optional<V>> changed = new TreeMap<>();
    for (String name : names) {
      Entry<V> last = entries.get(name);
      Optional<V> before = last == null ? Optional.empty() : last.value();
      Optional<V> now = look(name, last, recipes.apply(name).orElse(null));
      if (before.orElse(null) != now.orElse(null)) {
        changes.put(name, new Change<>(before, now));
        changed.put(name, now);
      }
    }
    values = values.with(changed);
    return changes.buildOrThrow();
  }

  private Optional<V> look(String name, @Nullable Entry<V> last, @Nullable Recipe<V> recipe) {
    if (recipe == null) {
      entries.remove(name);
      return Optional.empty();
    }
    if (last != null && Made.areSame(last.of(), recipe.of())) {
      return last.value();
    }
    Optional<V> made = recipe.maker().get();
    Optional<V> value = last != null && last.value().equals(made) ? last.value() : made;
    entries.put(name, new Entry<>(recipe.of(), value));
    return value;
  }

  /** The value of that name. */
  Optional<V> get(String name) {
    Entry<V> entry = entries.get(name);
    return entry == null ? Optional.empty() : entry.value();
  }

  /** All values. */
  NamedList<V> values() {
    return values;
  }
}
