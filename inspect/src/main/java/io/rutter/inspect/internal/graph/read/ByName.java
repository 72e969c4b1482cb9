// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import java.util.Comparator;
import java.util.function.Function;

/** Objects by namespace and name, so that the order of the input has no say. */
final class ByName {
  private ByName() {}

  static <T> ImmutableList<T> sorted(Iterable<T> objects, Function<T, ObjectMeta> metadata) {
    Comparator<T> byNamespace = Comparator.comparing(object -> metadata.apply(object).namespace());
    return ImmutableList.sortedCopyOf(
        byNamespace.thenComparing(object -> metadata.apply(object).name()), objects);
  }
}
