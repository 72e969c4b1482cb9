// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.model.mesh.SelectorRequirement;
import io.rutter.model.mesh.ServiceEntryVisibility;
import io.rutter.model.mesh.Visibility;
import io.rutter.model.mesh.VisibilityPolicy;
import io.rutter.model.mesh.VisibilityRule;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads which namespaces see a ServiceEntry, and how namespaces are selected. */
final class VisibilityReader {
  private VisibilityReader() {}

  static ServiceEntryVisibility serviceEntryVisibility(ObjectNode in) {
    ServiceEntryVisibility.Builder visibility = ServiceEntryVisibility.builder();
    in.enumValue("defaultVisibility", Visibility.class).ifPresent(visibility::defaultVisibility);
    visibility.applyToSidecars(in.bool("applyToSidecars"));
    visibility.policies(in.objects("policies", VisibilityReader::visibilityPolicy));
    return visibility.build();
  }

  /** Istio: {@code ServiceEntryVisibility.Policy}. */
  private static VisibilityPolicy visibilityPolicy(ObjectNode in) {
    VisibilityPolicy.Builder policy = VisibilityPolicy.builder();
    in.enumValue("visibility", Visibility.class).ifPresent(policy::visibility);
    policy.matchingRules(in.objects("matchingRules", VisibilityReader::visibilityRule));
    return policy.build();
  }

  /** Istio: {@code ServiceEntryVisibility.MatchRule}. */
  private static VisibilityRule visibilityRule(ObjectNode in) {
    VisibilityRule.Builder rule = VisibilityRule.builder();
    in.object("namespaceSelector", VisibilityReader::namespaceSelector)
        .ifPresent(rule::namespaceSelector);
    return rule.build();
  }

  /** Istio: {@code LabelSelector}. */
  static NamespaceSelector namespaceSelector(ObjectNode in) {
    return NamespaceSelector.builder()
        .matchLabels(in.stringMap("matchLabels"))
        .matchExpressions(in.objects("matchExpressions", VisibilityReader::selectorRequirement))
        .build();
  }

  /** Istio: {@code LabelSelectorRequirement}. */
  private static SelectorRequirement selectorRequirement(ObjectNode in) {
    return SelectorRequirement.builder()
        .key(in.requiredString("key"))
        .operator(in.requiredString("operator"))
        .values(in.strings("values"))
        .build();
  }
}
