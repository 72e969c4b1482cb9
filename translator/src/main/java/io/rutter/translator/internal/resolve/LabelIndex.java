// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds what has all labels of a selector. A lookup reads only what has the rarest of these labels.
 * Kubernetes document: Labels and Selectors.
 */
final class LabelIndex<T> {
  private final ImmutableList<T> items;
  private final Function<T, Map<String, String>> labels;
  private final ImmutableListMultimap<Map.Entry<String, String>, T> byLabel;

  private LabelIndex(
      ImmutableList<T> items,
      Function<T, Map<String, String>> labels,
      ImmutableListMultimap<Map.Entry<String, String>, T> byLabel) {
    this.items = items;
    this.labels = labels;
    this.byLabel = byLabel;
  }

  /** Indexes items by their labels. */
  static <T> LabelIndex<T> of(List<T> items, Function<T, Map<String, String>> labels) {
    ImmutableListMultimap.Builder<Map.Entry<String, String>, T> byLabel =
        ImmutableListMultimap.builder();
    for (T item : items) {
      for (Map.Entry<String, String> label : labels.apply(item).entrySet()) {
        byLabel.put(Map.entry(label.getKey(), label.getValue()), item);
      }
    }
    return new LabelIndex<>(ImmutableList.copyOf(items), labels, byLabel.build());
  }

  /** What has all these labels, in the order of the items; an empty selector finds all. */
  ImmutableList<T> select(Map<String, String> selector) {
    if (selector.isEmpty()) {
      return items;
    }
    ImmutableList<T> candidates =
        selector.entrySet().stream()
            .map(label -> byLabel.get(Map.entry(label.getKey(), label.getValue())))
            .min(Comparator.comparingInt(List::size))
            .orElse(ImmutableList.of());
    return candidates.stream()
        .filter(item -> labels.apply(item).entrySet().containsAll(selector.entrySet()))
        .collect(toImmutableList());
  }
}
