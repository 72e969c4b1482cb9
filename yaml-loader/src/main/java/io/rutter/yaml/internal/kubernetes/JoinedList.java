// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** A list of all that several lists have: the same list as long as these are the same. */
final class JoinedList {
  private ImmutableList<ImmutableList<?>> parts = ImmutableList.of();
  private ImmutableList<?> all = ImmutableList.of();

  /** The objects of the parts, which have the type of those before. */
  @SuppressWarnings("unchecked") // All parts of one list have one type.
  <T> ImmutableList<T> of(List<ImmutableList<T>> now) {
    ImmutableList<ImmutableList<?>> nowParts = ImmutableList.copyOf(now);
    if (!Made.areSame(parts, nowParts)) {
      ImmutableList.Builder<T> joined = ImmutableList.builder();
      now.forEach(joined::addAll);
      all = now.size() == 1 ? now.get(0) : joined.build();
      parts = nowParts;
    }
    return (ImmutableList<T>) all;
  }
}
