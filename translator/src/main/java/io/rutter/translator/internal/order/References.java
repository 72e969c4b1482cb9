// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.order;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.rutter.model.internal.collect.ListDifference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares references. Because indexes keep unchanged objects, identity tells as much as equality
 * and is cheap.
 */
public final class References {
  private References() {}

  @SuppressWarnings("ReferenceEquality") // Comparing references is the purpose.
  public static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }

  /** The objects that only one of two lists has, those of the first before those of the second. */
  public static <T> ImmutableList<T> differing(List<T> some, List<T> others) {
    ListDifference<T> difference = ListDifference.of(some, others);
    Set<T> before = Sets.newIdentityHashSet();
    before.addAll(difference.before());
    Set<T> after = Sets.newIdentityHashSet();
    after.addAll(difference.after());
    ImmutableList.Builder<T> found = ImmutableList.builder();
    difference.before().stream().filter(object -> !after.contains(object)).forEach(found::add);
    difference.after().stream().filter(object -> !before.contains(object)).forEach(found::add);
    return found.build();
  }

  /** Whether two lists have the same objects in the same order. */
  public static boolean same(List<?> some, List<?> others) {
    if (same((Object) some, others)) {
      return true;
    }
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!same((Object) some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
