// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields that the YAML readers know, taken from the readers' sources: each type with its fields
 * in reading order and the type of those that hold an object.
 */
record InputSchema(ImmutableSortedMap<String, ImmutableMap<String, Optional<String>>> types) {
  private static final Pattern FIELD =
      Pattern.compile(
          "in\\s*\\.(\\w+)\\(\\s*\"(\\w+)\"(?:,\\s*(\\w+)Reader::read)?", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("(\\w+)Reader\\.read\\(in\\)");

  static InputSchema ofReaders(Path readers) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(readers)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Reader.java")).sorted().toList()) {
        String type = file.getFileName().toString().replace("Reader.java", "");
        sources.put(type, Files.readString(file));
      }
    }
    ImmutableSortedMap.Builder<String, ImmutableMap<String, Optional<String>>> types =
        ImmutableSortedMap.naturalOrder();
    sources.keySet().forEach(type -> types.put(type, fields(type, sources)));
    return new InputSchema(types.buildOrThrow());
  }

  private static ImmutableMap<String, Optional<String>> fields(
      String type, Map<String, String> sources) {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    String source = sources.getOrDefault(type, "");
    Matcher field = FIELD.matcher(source);
    while (field.find()) {
      if (!List.of("oneOf", "ignore").contains(field.group(1))) {
        fields.putIfAbsent(field.group(2), Optional.ofNullable(field.group(3)));
      }
    }
    Matcher part = PART.matcher(source);
    while (part.find()) {
      fields.putAll(fields(part.group(1), sources));
    }
    return ImmutableMap.copyOf(fields);
  }

  /** The fields of a type; none for a type that no reader knows. */
  ImmutableMap<String, Optional<String>> fieldsOf(String type) {
    return types.getOrDefault(type, ImmutableMap.of());
  }

  /** The types that a type holds, itself first, each once, in reading order. */
  Map<String, ImmutableMap<String, Optional<String>>> reachableFrom(String root) {
    Map<String, ImmutableMap<String, Optional<String>>> reached = new LinkedHashMap<>();
    collect(root, reached);
    return reached;
  }

  private void collect(String type, Map<String, ImmutableMap<String, Optional<String>>> reached) {
    if (types.containsKey(type) && reached.putIfAbsent(type, fieldsOf(type)) == null) {
      fieldsOf(type).values().forEach(nested -> nested.ifPresent(n -> collect(n, reached)));
    }
  }
}
