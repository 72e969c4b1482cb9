// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;

/**
 * A DestinationRule, or several merged into one, with the namespaces that it is for.
 *
 * @param merged the rule
 * @param exportTo its namespaces as written: a dot stands for its own and nothing for the default;
 *     rules with a workload selector have the dot
 */
record ExportedRule(MergedDestinationRule merged, ImmutableSet<String> exportTo) {
  /** A rule by itself. */
  static ExportedRule of(DestinationRule rule) {
    return new ExportedRule(
        new MergedDestinationRule(
            rule, ImmutableList.of(ConfigKey.of("DestinationRule", rule.metadata()))),
        rule.workloadSelector().isPresent()
            ? ImmutableSet.of(".")
            : ImmutableSet.copyOf(rule.exportTo()));
  }

  /** Whether it counts within its own namespace. */
  boolean inOwnNamespace() {
    return exportTo.isEmpty()
        || exportTo.contains("*")
        || exportTo.contains(".")
        || exportTo.contains(merged.rule().metadata().namespace());
  }

  /**
   * Whether it counts nowhere else. Of the mesh's default, which holds for rules that name no
   * namespace, only the dot has a meaning.
   */
  boolean onlyInOwnNamespace(ImmutableSet<String> meshDefault) {
    if (exportTo.isEmpty()) {
      return meshDefault.contains(".");
    }
    return exportTo.equals(ImmutableSet.of("."))
        || exportTo.equals(ImmutableSet.of(merged.rule().metadata().namespace()));
  }

  /** Whether clients of another namespace get it, once it is in the pool for other namespaces. */
  boolean exportedTo(String namespace) {
    return exportTo.isEmpty() || exportTo.contains("*") || exportTo.contains(namespace);
  }
}
