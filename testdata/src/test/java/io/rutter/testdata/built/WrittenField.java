// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A field of a document, and what a program calls that means the same.
 *
 * @param yaml the field in YAML's flow style
 * @param call the call
 */
record WrittenField<B>(String yaml, Consumer<B> call) {

  /** Some fields, of each group at most one. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <B> Arbitrary<List<WrittenField<B>>> someOf(ImmutableList<WrittenField<B>>... groups) {
    return Combinators.combine(Arrays.stream(groups).map(WrittenField::atMostOne).toList())
        .as(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static <B> Arbitrary<List<WrittenField<B>>> atMostOne(
      ImmutableList<WrittenField<B>> group) {
    return Arbitraries.of(group).list().ofMaxSize(1);
  }

  /** All fields as an object in YAML's flow style. */
  static <B> String object(List<WrittenField<B>> fields) {
    return fields.stream().map(WrittenField::yaml).collect(Collectors.joining(", ", "{", "}"));
  }
}
