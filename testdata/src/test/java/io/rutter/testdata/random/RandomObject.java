// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random YAML mappings, field by field. */
final class RandomObject {
  private RandomObject() {}

  /** One field of a mapping, left out with some probability. */
  record Field(String name, Arbitrary<Optional<Object>> value) {}

  /** A field that is always there. */
  static Field always(String name, Arbitrary<?> value) {
    return new Field(name, value.map(Optional::of));
  }

  /** A field that is there in half of the cases. */
  static Field sometimes(String name, Arbitrary<?> value) {
    return new Field(name, value.map(v -> (Object) v).optional(0.5));
  }

  /** A field that is there in one case of seven. */
  static Field rarely(String name, Arbitrary<?> value) {
    return new Field(name, value.map(v -> (Object) v).optional(0.15));
  }

  /** A mapping of these fields, in this order. */
  static Arbitrary<Map<String, Object>> mapping(Field... fields) {
    List<Arbitrary<Optional<Object>>> values = Stream.of(fields).map(Field::value).toList();
    return Combinators.combine(values)
        .as(
            chosen -> {
              Map<String, Object> object = new LinkedHashMap<>();
              for (int i = 0; i < fields.length; i++) {
                String name = fields[i].name();
                chosen.get(i).ifPresent(value -> object.put(name, value));
              }
              return object;
            });
  }

  /** A mapping that holds exactly one of these fields. */
  static Arbitrary<Map<String, Object>> oneOf(Field... fields) {
    return Arbitraries.oneOf(Stream.of(fields).map(RandomObject::mapping).toList());
  }

  /** The fields of both mappings; those of the second win. */
  static Arbitrary<Map<String, Object>> both(
      Arbitrary<Map<String, Object>> first, Arbitrary<Map<String, Object>> second) {
    return Combinators.combine(first, second)
        .as(
            (a, b) -> {
              Map<String, Object> object = new LinkedHashMap<>(a);
              object.putAll(b);
              return object;
            });
  }

  /** A document of that kind. */
  static Arbitrary<Map<String, Object>> document(
      String apiVersion, String kind, Arbitrary<Map<String, Object>> metadata, Arbitrary<?> spec) {
    return mapping(
        always("apiVersion", Arbitraries.just(apiVersion)),
        always("kind", Arbitraries.just(kind)),
        always("metadata", metadata),
        always("spec", spec));
  }
}
