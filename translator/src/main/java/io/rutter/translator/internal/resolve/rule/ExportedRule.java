// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;

/**
 * A DestinationRule, or several merged into one, with the namespaces that it is exported to.
 *
 * @param merged the rule
 * @param exportTo its namespaces as written: {@code .} for its own, empty for the default; rules
 *     with a workload selector have {@code .}
 */
record ExportedRule(MergedDestinationRule merged, ImmutableSet<String> exportTo) {
  /** An unmerged rule. */
  static ExportedRule of(DestinationRule rule) {
    return new ExportedRule(
        new MergedDestinationRule(
            rule, ImmutableList.of(ConfigKey.of("DestinationRule", rule.metadata()))),
        rule.workloadSelector().isPresent()
            ? ImmutableSet.of(".")
            : ImmutableSet.copyOf(rule.exportTo()));
  }

  /** Whether it applies within its own namespace. */
  boolean inOwnNamespace() {
    return exportTo.isEmpty()
        || exportTo.contains("*")
        || exportTo.contains(".")
        || exportTo.contains(merged.rule().metadata().namespace());
  }

  /**
   * Whether it applies nowhere else. The mesh's default applies to rules that name no namespace;
   * only {@code .} has a meaning in it.
   */
  boolean onlyInOwnNamespace(ImmutableSet<String> meshDefault) {
    if (exportTo.isEmpty()) {
      return meshDefault.contains(".");
    }
    return exportTo.equals(ImmutableSet.of("."))
        || exportTo.equals(ImmutableSet.of(merged.rule().metadata().namespace()));
  }

  /** Whether an exported rule applies to clients of another namespace. */
  boolean exportedTo(String namespace) {
    return exportTo.isEmpty() || exportTo.contains("*") || exportTo.contains(namespace);
  }
}
