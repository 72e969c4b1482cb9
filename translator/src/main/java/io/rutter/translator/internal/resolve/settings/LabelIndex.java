// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds items with all labels of a selector. A lookup reads only items with the rarest of these
 * labels. Kubernetes document: Labels and Selectors.
 */
public final class LabelIndex<T> {
  private final ImmutableList<T> items;
  private final Function<T, Map<String, String>> labels;

  /** Items by name and value of a label. */
  private final Map<String, Map<String, List<T>>> byLabel;

  private LabelIndex(
      ImmutableList<T> items,
      Function<T, Map<String, String>> labels,
      Map<String, Map<String, List<T>>> byLabel) {
    this.items = items;
    this.labels = labels;
    this.byLabel = byLabel;
  }

  /** Indexes items by their labels. */
  public static <T> LabelIndex<T> of(List<T> items, Function<T, Map<String, String>> labels) {
    Map<String, Map<String, List<T>>> byLabel = new HashMap<>();
    for (T item : items) {
      for (Map.Entry<String, String> label : labels.apply(item).entrySet()) {
        byLabel
            .computeIfAbsent(label.getKey(), name -> new HashMap<>())
            .computeIfAbsent(label.getValue(), value -> new ArrayList<>())
            .add(item);
      }
    }
    return new LabelIndex<>(ImmutableList.copyOf(items), labels, byLabel);
  }

  /** The items with all these labels, in their order; an empty selector finds all. */
  public ImmutableList<T> select(Map<String, String> selector) {
    if (selector.isEmpty()) {
      return items;
    }
    List<T> candidates = items;
    for (Map.Entry<String, String> label : selector.entrySet()) {
      List<T> found =
          byLabel.getOrDefault(label.getKey(), Map.of()).getOrDefault(label.getValue(), List.of());
      if (found.size() < candidates.size()) {
        candidates = found;
      }
    }
    ImmutableList.Builder<T> selected = ImmutableList.builder();
    for (T item : candidates) {
      if (LabelSelectors.selects(selector, labels.apply(item))) {
        selected.add(item);
      }
    }
    return selected.build();
  }
}
