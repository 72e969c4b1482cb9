// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.store;

import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.yaml.snakeyaml.Yaml;

/** Objects with something else in one place. */
final class Mutation {
  private Mutation() {}

  /** The object with another value somewhere; empty: it is none any more, or has no name. */
  static Optional<Sample> of(Sample sample, Random random) {
    Map<String, Object> tree = sample.tree();
    change(tree, random);
    String text = new Yaml().dump(tree);
    return Sample.of(YamlToJson.convert(YamlSource.text("mutant", text)));
  }

  private static void change(Object at, Random random) {
    if (at instanceof Map<?, ?> map && !map.isEmpty()) {
      @SuppressWarnings("unchecked") // All keys are strings, and all values may be anything.
      Map<String, Object> fields = (Map<String, Object>) map;
      var field = new ArrayList<>(fields.entrySet()).get(random.nextInt(fields.size()));
      String key = field.getKey();
      if (isInner(field.getValue()) && random.nextInt(4) > 0) {
        change(field.getValue(), random);
      } else if (random.nextInt(3) == 0) {
        fields.remove(key);
      } else {
        fields.put(random.nextInt(4) == 0 ? key + "x" : key, other(random));
      }
    } else if (at instanceof List<?> list && !list.isEmpty()) {
      @SuppressWarnings("unchecked") // All items may be anything.
      List<Object> items = (List<Object>) list;
      int index = random.nextInt(items.size());
      if (isInner(items.get(index)) && random.nextInt(4) > 0) {
        change(items.get(index), random);
      } else {
        items.set(index, other(random));
      }
    }
  }

  private static boolean isInner(Object value) {
    return value instanceof Map<?, ?> map ? !map.isEmpty() : value instanceof List<?>;
  }

  private static Object other(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> -1;
      case 1 -> "x";
      case 2 -> "";
      case 3 -> true;
      case 4 -> 2.5;
      case 5 -> Map.of();
      default -> List.of("*");
    };
  }
}
