// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a {@link MeshIndex} together with all that it was made from. It stays the same object
 * as long as these inputs are equal, so that identity tells whether it changed.
 *
 * @param <I> the inputs: each index has its own record, and sees nothing else
 * @param <T> the index
 */
record IndexedPart<I, T>(I inputs, T value) {

  /** Makes a part from the part of an earlier mesh and the inputs of both. */
  interface Update<I, T> {
    T after(I before, T known, I now);
  }

  /** A part that is rebuilt entirely when an input changes. */
  static <I, T> IndexedPart<I, T> of(
      Optional<IndexedPart<I, T>> before, I inputs, Function<I, T> make) {
    return of(before, inputs, make, (was, known, now) -> make.apply(now));
  }

  /** A part that is updated when an input changes. */
  static <I, T> IndexedPart<I, T> of(
      Optional<IndexedPart<I, T>> before, I inputs, Function<I, T> make, Update<I, T> update) {
    if (before.isEmpty()) {
      return new IndexedPart<>(inputs, make.apply(inputs));
    }
    IndexedPart<I, T> known = before.get();
    return known.inputs.equals(inputs)
        ? known
        : new IndexedPart<>(inputs, update.after(known.inputs, known.value, inputs));
  }
}
