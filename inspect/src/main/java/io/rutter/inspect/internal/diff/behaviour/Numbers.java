// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Gives equal things the same number, so that they are compared once. */
final class Numbers implements ToIntFunction<Object> {
  private final Map<Object, Integer> known = new HashMap<>();

  @Override
  public int applyAsInt(Object value) {
    return known.computeIfAbsent(value, key -> known.size());
  }
}
