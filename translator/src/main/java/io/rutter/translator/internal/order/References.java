// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.order;

import java.util.List;
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
