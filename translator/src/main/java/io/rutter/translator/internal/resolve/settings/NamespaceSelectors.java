// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.model.mesh.SelectorRequirement;

/**
 * Matches labels of namespaces. Kubernetes document: Labels and Selectors, Resources that support
 * set-based requirements.
 */
public final class NamespaceSelectors {
  private NamespaceSelectors() {}

  /** Whether all requirements of a selector match; an empty selector matches every namespace. */
  public static boolean matches(NamespaceSelector selector, ImmutableMap<String, String> labels) {
    return labels.entrySet().containsAll(selector.matchLabels().entrySet())
        && selector.matchExpressions().stream()
            .allMatch(requirement -> matches(requirement, labels));
  }

  /** Whether a requirement matches; an operator that Kubernetes does not have matches nothing. */
  private static boolean matches(
      SelectorRequirement requirement, ImmutableMap<String, String> labels) {
    String value = labels.get(requirement.key());
    return switch (requirement.operator()) {
      case "In" -> value != null && requirement.values().contains(value);
      case "NotIn" -> value == null || !requirement.values().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }
}
