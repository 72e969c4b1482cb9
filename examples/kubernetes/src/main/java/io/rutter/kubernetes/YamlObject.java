// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.YamlLoadException;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text of YAML that others have written, read within the loader's bounds: the client's parser
 * follows an alias that contains itself until the stack is at its end.
 */
final class YamlObject {
  private YamlObject() {}

  /**
   * The object that a text is.
   *
   * @throws IllegalArgumentException if it is none; its message says where and what was expected
   */
  static Map<String, Object> read(KubernetesSerialization serialization, String text) {
    Map<?, ?> read = serialization.unmarshal(json(text), Map.class);
    Map<String, Object> result = new LinkedHashMap<>();
    read.forEach((key, value) -> result.put(String.valueOf(key), value));
    return result;
  }

  /**
   * The object that a text is, as JSON.
   *
   * @throws IllegalArgumentException if it is none; its message says where and what was expected
   */
  static String json(String text) {
    String json;
    try {
      json = YamlToJson.convert(YamlSource.text("", text));
    } catch (YamlLoadException e) {
      throw new IllegalArgumentException(message(e.problems()), e);
    }
    if (!json.startsWith("{")) {
      throw new IllegalArgumentException("a single value or a list (expected: an object)");
    }
    return json;
  }

  private static String message(ImmutableList<Problem> problems) {
    if (problems.isEmpty()) {
      return "nothing but comments (expected: an object)";
    }
    Problem first = problems.get(0);
    return first
        .location()
        .map(at -> "line %d, column %d: %s".formatted(at.line(), at.column(), first.message()))
        .orElse(first.message());
  }
}
