// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Changes documents at one to three places at random: a value is exchanged for another, left out,
 * or doubled.
 */
final class MutatedDocuments {
  private static final ImmutableList<Object> VALUES =
      ImmutableList.of(
          "",
          "*",
          "a",
          "a.b",
          "*.a.b",
          "a_b",
          "a b",
          ".",
          "~",
          "/",
          "a/b",
          "*/*",
          "10.0.0.1",
          "10.0.0.0/8",
          "::1",
          "unix:///a",
          "127.0.0.1:80",
          "0s",
          "1s",
          "1.5s",
          "-1s",
          "0.0001s",
          -1,
          0,
          1,
          2,
          80,
          100,
          101,
          443,
          65535,
          65536,
          70000,
          0.5,
          true,
          false,
          "HTTP",
          "TCP",
          "TLS",
          "HTTPS",
          "SIMPLE",
          "MUTUAL",
          "ISTIO_MUTUAL",
          "PASSTHROUGH",
          "DISABLE",
          "STATIC",
          "DNS",
          "NONE",
          "5xx",
          "503",
          "%A%",
          "%",
          "(",
          "[a",
          "a.*",
          ":path",
          "host");

  private final Random random;

  MutatedDocuments(Random random) {
    this.random = random;
  }

  /** One of the documents, changed, with that name. */
  Map<String, Object> next(List<Map<String, Object>> documents, String name) {
    Map<String, Object> document =
        Verdict.mapping(copy(documents.get(random.nextInt(documents.size()))));
    Verdict.mapping(Objects.requireNonNull(document.get("metadata"))).put("name", name);
    int changes = 1 + random.nextInt(3);
    Object spec = document.get("spec");
    for (int i = 0; spec != null && i < changes; i++) {
      change(spec);
    }
    return document;
  }

  /** All documents as one text. */
  static String text(List<Map<String, Object>> documents) {
    DumperOptions options = new DumperOptions();
    options.setDereferenceAliases(true);
    options.setWidth(Integer.MAX_VALUE);
    return new Yaml(options).dumpAll(documents.iterator());
  }

  private void change(Object root) {
    List<Object> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty()) {
      return;
    }
    Object container = containers.get(random.nextInt(containers.size()));
    if (container instanceof List<?> list) {
      changeList(elements(list));
    } else {
      changeMapping(Verdict.mapping(container));
    }
  }

  private void changeList(List<Object> list) {
    int at = random.nextInt(list.size());
    switch (random.nextInt(3)) {
      case 0 -> list.remove(at);
      case 1 -> list.add(copy(list.get(at)));
      default -> list.set(at, other(list.get(at)));
    }
  }

  private void changeMapping(Map<String, Object> mapping) {
    String key = new ArrayList<>(mapping.keySet()).get(random.nextInt(mapping.size()));
    Object value = mapping.get(key);
    if (value == null || random.nextInt(4) == 0) {
      mapping.remove(key);
    } else {
      mapping.put(key, other(value));
    }
  }

  /** A value of the same shape, since those of another are refused in reading already. */
  private Object other(Object value) {
    if (value instanceof List) {
      return new ArrayList<>();
    }
    if (value instanceof Map) {
      return new LinkedHashMap<>();
    }
    List<Object> fitting =
        VALUES.stream()
            .filter(
                other ->
                    value instanceof String
                        ? other instanceof String
                        : value instanceof Boolean == other instanceof Boolean
                            && value instanceof Number == other instanceof Number)
            .toList();
    return fitting.isEmpty() ? "" : fitting.get(random.nextInt(fitting.size()));
  }

  private static void collect(Object value, List<Object> containers) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      containers.add(list);
      list.forEach(element -> collect(element, containers));
    } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      containers.add(map);
      map.values().forEach(element -> collect(element, containers));
    }
  }

  private static Object copy(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((key, element) -> copy.put(String.valueOf(key), copy(element)));
      return copy;
    }
    return value;
  }

  @SuppressWarnings("unchecked") // YAML has text for keys here.
  private static List<Object> elements(List<?> list) {
    return (List<Object>) list;
  }
}
