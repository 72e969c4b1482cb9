// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.order;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the last comparison of an object with an earlier one gave: many proxies ask about the same
 * two objects, one after the other. The earlier object is not kept from being collected. Safe for
 * use by many threads.
 *
 * @param <T> what is compared
 * @param <R> what a comparison gives, which must not hold on to the earlier object
 */
public final class LastComparison<T, R> {
  private volatile @Nullable Known<T, R> last;

  private record Known<T, R>(WeakReference<T> earlier, R result) {}

  /** The result for an earlier object, worked out unless it was the last one asked for. */
  public R with(T earlier, Function<T, R> compare) {
    Known<T, R> known = last;
    if (known != null && known.earlier.refersTo(earlier)) {
      return known.result;
    }
    R result = compare.apply(earlier);
    set(earlier, result);
    return result;
  }

  /** Takes note of a result that is known already. */
  public void set(T earlier, R result) {
    last = new Known<>(new WeakReference<>(earlier), result);
  }
}
