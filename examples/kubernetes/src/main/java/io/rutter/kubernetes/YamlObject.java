// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.LinkedHashMap;
import java.util.Map;

/** A text of YAML in the data of a ConfigMap. */
final class YamlObject {
  private YamlObject() {}

  /**
   * The object that a text is.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Map<String, Object> read(KubernetesSerialization serialization, String text) {
    Object read;
    try {
      // What begins with a brace would be taken for JSON.
      read = serialization.unmarshal(text.startsWith("{") ? "---\n" + text : text, Map.class);
    } catch (RuntimeException e) { // Of the client, or of one of its parsers.
      throw new IllegalArgumentException(ApiErrors.reason(e), e);
    }
    if (!(read instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("no YAML object");
    }
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(String.valueOf(key), value));
    return result;
  }
}
