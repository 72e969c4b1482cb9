// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.model.mesh.SelectorRequirement;
import java.util.Map;

/**
 * Which namespaces take part: those whose labels one of the selectors matches. Istio document:
 * MeshConfig, {@code discoverySelectors}.
 *
 * @param selectors none: all namespaces take part
 */
record DiscoverySelectors(ImmutableList<NamespaceSelector> selectors) {
  /** All namespaces take part. */
  static final DiscoverySelectors ALL = new DiscoverySelectors(ImmutableList.of());

  /** Whether a namespace with these labels takes part. */
  boolean select(Map<String, String> labels) {
    return selectors.isEmpty()
        || selectors.stream().anyMatch(selector -> matches(selector, labels));
  }

  private static boolean matches(NamespaceSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.matchLabels().entrySet())
        && selector.matchExpressions().stream().allMatch(each -> matches(each, labels));
  }

  private static boolean matches(SelectorRequirement requirement, Map<String, String> labels) {
    String value = labels.get(requirement.key());
    return switch (requirement.operator()) {
      case "In" -> value != null && requirement.values().contains(value);
      case "NotIn" -> value == null || !requirement.values().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false; // Validation has refused the settings.
    };
  }
}
