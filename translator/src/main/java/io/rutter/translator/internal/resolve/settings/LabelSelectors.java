// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import java.util.Map;

/** Evaluates label selectors. Kubernetes document: Labels and Selectors. */
public final class LabelSelectors {
  private LabelSelectors() {}

  /** Whether the labels have all of the selector's; an empty selector selects everything. */
  public static boolean selects(Map<String, String> selector, Map<String, String> labels) {
    // Not containsAll of the entries, which allocates an object for each lookup.
    for (Map.Entry<String, String> label : selector.entrySet()) {
      if (!label.getValue().equals(labels.get(label.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
