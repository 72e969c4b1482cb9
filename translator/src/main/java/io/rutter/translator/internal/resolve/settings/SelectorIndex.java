// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds items whose selector matches a workload's labels: the counterpart of {@link LabelIndex}. A
 * lookup reads only selectors whose first label the workload has. Kubernetes document: Labels and
 * Selectors.
 */
public final class SelectorIndex<T> {
  private final ImmutableList<T> items;
  private final Function<T, Map<String, String>> selector;
  private final ImmutableListMultimap<Map.Entry<String, String>, Integer> byFirstLabel;

  private SelectorIndex(
      ImmutableList<T> items,
      Function<T, Map<String, String>> selector,
      ImmutableListMultimap<Map.Entry<String, String>, Integer> byFirstLabel) {
    this.items = items;
    this.selector = selector;
    this.byFirstLabel = byFirstLabel;
  }

  /** Indexes items by their selectors; an empty selector selects nothing. */
  public static <T> SelectorIndex<T> of(List<T> items, Function<T, Map<String, String>> selector) {
    ImmutableListMultimap.Builder<Map.Entry<String, String>, Integer> byFirstLabel =
        ImmutableListMultimap.builder();
    for (int i = 0; i < items.size(); i++) {
      for (Map.Entry<String, String> label : selector.apply(items.get(i)).entrySet()) {
        byFirstLabel.put(Map.entry(label.getKey(), label.getValue()), i);
        break;
      }
    }
    return new SelectorIndex<>(ImmutableList.copyOf(items), selector, byFirstLabel.build());
  }

  /** The items that select a workload with these labels, in their order. */
  public ImmutableList<T> selecting(Map<String, String> labels) {
    ImmutableSortedSet.Builder<Integer> found = ImmutableSortedSet.naturalOrder();
    for (Map.Entry<String, String> label : labels.entrySet()) {
      for (int i : byFirstLabel.get(Map.entry(label.getKey(), label.getValue()))) {
        if (LabelSelectors.selects(selector.apply(items.get(i)), labels)) {
          found.add(i);
        }
      }
    }
    return found.build().stream().map(items::get).collect(toImmutableList());
  }
}
