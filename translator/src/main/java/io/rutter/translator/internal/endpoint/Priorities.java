// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;

/** Priorities of localities as Envoy requires them: from 0, without gaps. */
final class Priorities {
  private Priorities() {}

  /** The groups with the same order of priorities. */
  static ImmutableList<LocalityGroup> withoutGaps(ImmutableList<LocalityGroup> groups) {
    ImmutableSortedSet.Builder<Integer> priorities = ImmutableSortedSet.naturalOrder();
    for (LocalityGroup group : groups) {
      priorities.add(group.priority());
    }
    ImmutableList<Integer> used = priorities.build().asList();
    ImmutableList.Builder<LocalityGroup> result =
        ImmutableList.builderWithExpectedSize(groups.size());
    for (LocalityGroup group : groups) {
      result.add(group.withPriority(used.indexOf(group.priority())));
    }
    return result.build();
  }
}
