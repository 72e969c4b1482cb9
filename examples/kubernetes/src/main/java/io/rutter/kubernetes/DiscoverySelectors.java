// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.model.mesh.SelectorRequirement;
import java.util.Map;
import java.util.Optional;

/**
 * Which namespaces take part: those whose labels one of the selectors matches. Istio document:
 * MeshConfig, {@code discoverySelectors}.
 *
 * @param selectors none: all namespaces take part
 */
record DiscoverySelectors(ImmutableList<NamespaceSelector> selectors) {
  /** All namespaces take part. */
  static final DiscoverySelectors ALL = new DiscoverySelectors(ImmutableList.of());

  /** What makes no selector of them, as the API server would say; empty: all are right. */
  Optional<String> mistake() {
    return selectors.stream()
        .flatMap(selector -> selector.matchExpressions().stream())
        .flatMap(requirement -> mistake(requirement).stream())
        .findFirst();
  }

  private static Optional<String> mistake(SelectorRequirement requirement) {
    boolean hasValues = !requirement.values().isEmpty();
    Optional<String> expected =
        switch (requirement.operator()) {
          case "In", "NotIn" -> hasValues ? Optional.empty() : Optional.of("values");
          case "Exists", "DoesNotExist" -> hasValues ? Optional.of("no values") : Optional.empty();
          default -> Optional.of("In, NotIn, Exists or DoesNotExist");
        };
    return expected.map(
        what ->
            "discoverySelectors: \"%s\" of %s (expected: %s)"
                .formatted(requirement.operator(), requirement.key(), what));
  }

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
      default -> false; // Such settings are not taken: mistake().
    };
  }
}
