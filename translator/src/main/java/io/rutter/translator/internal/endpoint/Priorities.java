// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;

/** Priorities of localities as Envoy takes them: from 0 on, without gaps. */
final class Priorities {
  private Priorities() {}

  /** The groups with the same order of priorities. */
  static ImmutableList<LocalityGroup> withoutGaps(ImmutableList<LocalityGroup> groups) {
    ImmutableList<Integer> used =
        groups.stream()
            .map(LocalityGroup::priority)
            .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))
            .asList();
    return groups.stream()
        .map(group -> group.withPriority(used.indexOf(group.priority())))
        .collect(toImmutableList());
  }
}
