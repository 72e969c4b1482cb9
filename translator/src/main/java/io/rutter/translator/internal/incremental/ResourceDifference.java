// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableSortedSet;

/**
 * The names of resources that differ between two lists.
 *
 * @param added names of new resources
 * @param changed names of resources whose content differs
 * @param removed names of resources that are gone
 */
public record ResourceDifference(
    ImmutableSortedSet<String> added,
    ImmutableSortedSet<String> changed,
    ImmutableSortedSet<String> removed) {
  /** Nothing differs. */
  static final ResourceDifference NONE =
      new ResourceDifference(
          ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedSet.of());
}
