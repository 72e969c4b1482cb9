// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Puts earlier objects in place of equal new ones, so that identity tells what is the same. */
final class Reuse {
  private Reuse() {}

  /** The resources, those that are equal to an earlier one of their name as that object. */
  static <T extends Message> ImmutableList<T> of(
      ImmutableList<T> resources, ImmutableList<T> previous, Function<T, String> name) {
    Map<String, T> byName = new HashMap<>();
    previous.forEach(resource -> byName.putIfAbsent(name.apply(resource), resource));
    return resources.stream()
        .map(
            resource -> {
              T before = byName.get(name.apply(resource));
              return resource.equals(before) ? before : resource;
            })
        .collect(toImmutableList());
  }
}
