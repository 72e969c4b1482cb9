// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableSortedSet;
import io.rutter.translator.internal.incremental.ResourceDifference;

/**
 * The names of resources of one kind that differ between two translations.
 *
 * @param added names of new resources
 * @param changed names of resources whose content differs
 * @param removed names of resources that are gone
 */
public record ResourceChanges(
    ImmutableSortedSet<String> added,
    ImmutableSortedSet<String> changed,
    ImmutableSortedSet<String> removed) {

  static ResourceChanges of(ResourceKind kind, XdsResources previous, XdsResources resources) {
    ResourceDifference difference = resources.since(previous, kind);
    return new ResourceChanges(difference.added(), difference.changed(), difference.removed());
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
