// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was replaced, added and removed in a list of resources. Lists with something for each
 * resource, such as its bytes, follow by the same edits, without looking at what stays.
 */
final class ListEdits<T extends Message> {
  private final List<Edit<T>> edits = new ArrayList<>();

  /**
   * One of them.
   *
   * @param start where it starts in the earlier list
   * @param end where it ends there
   * @param resource what comes in place of that
   */
  private record Edit<T extends Message>(int start, int end, @Nullable Resource<T> resource) {}

  /** Adds an edit behind all others. */
  void add(int start, int end, @Nullable Resource<T> resource) {
    edits.add(new Edit<>(start, end, resource));
  }

  /** The later list. */
  <E> ImmutableList<E> applied(ImmutableList<E> before, Function<Resource<T>, E> make) {
    List<E> all = new ArrayList<>(before);
    for (Edit<T> edit : Lists.reverse(edits)) {
      all.subList(edit.start(), edit.end()).clear();
      if (edit.resource() != null) {
        all.add(edit.start(), make.apply(edit.resource()));
      }
    }
    return ImmutableList.copyOf(all);
  }
}
