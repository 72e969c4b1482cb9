// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableSortedSet;
import com.google.protobuf.Message;
import io.rutter.model.internal.collect.ListDifference;
import java.util.HashMap;
import java.util.Map;

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
  private static final ResourceChanges NONE =
      new ResourceChanges(
          ImmutableSortedSet.of(), ImmutableSortedSet.of(), ImmutableSortedSet.of());

  static ResourceChanges of(ResourceKind kind, XdsResources previous, XdsResources resources) {
    ListDifference<Message> differing = ListDifference.of(kind.of(previous), kind.of(resources));
    if (differing.isEmpty()) {
      return NONE;
    }
    Map<String, Message> before = new HashMap<>();
    differing.before().forEach(resource -> before.put(kind.nameOf(resource), resource));
    ImmutableSortedSet.Builder<String> added = ImmutableSortedSet.naturalOrder();
    ImmutableSortedSet.Builder<String> changed = ImmutableSortedSet.naturalOrder();
    for (Message resource : differing.after()) {
      String name = kind.nameOf(resource);
      Message earlier = before.remove(name);
      if (earlier == null) {
        added.add(name);
      } else if (!earlier.equals(resource)) {
        changed.add(name);
      }
    }
    return new ResourceChanges(
        added.build(), changed.build(), ImmutableSortedSet.copyOf(before.keySet()));
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
