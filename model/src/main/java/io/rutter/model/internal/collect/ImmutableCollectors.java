// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.collect;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collectors of Guava's collections. Guava's own are missing in its Android flavour before 33.2,
 * which gRPC and java-control-plane depend on: in a project where these come first, Rutter runs
 * with that flavour.
 *
 * <p>All keep the order of the stream and reject null.
 */
public final class ImmutableCollectors {
  private ImmutableCollectors() {}

  /** Elements in their order. */
  public static <E> Collector<E, ?, ImmutableList<E>> toImmutableList() {
    return Collectors.collectingAndThen(
        Collectors.toCollection(ArrayList<E>::new), ImmutableList::copyOf);
  }

  /** Elements in their order, the first of equal ones. */
  public static <E> Collector<E, ?, ImmutableSet<E>> toImmutableSet() {
    return Collectors.collectingAndThen(
        Collectors.toCollection(ArrayList<E>::new), ImmutableSet::copyOf);
  }

  /** Elements in this order, the first of equal ones. */
  public static <E> Collector<E, ?, ImmutableSortedSet<E>> toImmutableSortedSet(
      Comparator<? super E> order) {
    return Collectors.collectingAndThen(
        Collectors.toCollection(ArrayList<E>::new),
        elements -> ImmutableSortedSet.copyOf(order, elements));
  }

  /**
   * Keys in their order, each with its value.
   *
   * @throws IllegalArgumentException when it collects a key twice
   */
  public static <T, K, V> Collector<T, ?, ImmutableMap<K, V>> toImmutableMap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
    return Collector.of(
        ImmutableMap.Builder<K, V>::new,
        (map, element) -> map.put(key.apply(element), value.apply(element)),
        (first, second) -> first.putAll(second.buildOrThrow()),
        ImmutableMap.Builder::buildOrThrow);
  }

  /** Keys in their order; {@code merge} makes one value of two for one key. */
  public static <T, K, V> Collector<T, ?, ImmutableMap<K, V>> toImmutableMap(
      Function<? super T, ? extends K> key,
      Function<? super T, ? extends V> value,
      BinaryOperator<V> merge) {
    Collector<T, ?, Map<K, V>> map = Collectors.toMap(key, value, merge, LinkedHashMap<K, V>::new);
    return Collectors.collectingAndThen(map, ImmutableMap::copyOf);
  }

  /** Keys in their order, each with its values in theirs. */
  public static <T, K, V> Collector<T, ?, ImmutableListMultimap<K, V>> toImmutableListMultimap(
      Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
    return Collector.of(
        ImmutableListMultimap.Builder<K, V>::new,
        (map, element) -> map.put(key.apply(element), value.apply(element)),
        (first, second) -> first.putAll(second.build()),
        ImmutableListMultimap.Builder::build);
  }

  /** Collects elements with several values each into a multimap. */
  public static <T, K, V>
      Collector<T, ?, ImmutableListMultimap<K, V>> flatteningToImmutableListMultimap(
          Function<? super T, ? extends K> key,
          Function<? super T, ? extends Stream<? extends V>> values) {
    return Collector.of(
        ImmutableListMultimap.Builder<K, V>::new,
        (map, element) -> {
          K of = key.apply(element);
          values.apply(element).forEach(value -> map.put(of, value));
        },
        (first, second) -> first.putAll(second.build()),
        ImmutableListMultimap.Builder::build);
  }
}
