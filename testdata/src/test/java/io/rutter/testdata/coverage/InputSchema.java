// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.coverage;

import static java.util.Objects.requireNonNull;

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
  /** A method of a reader: what it returns, its name, and what is in it. */
  private static final Pattern METHOD =
      Pattern.compile(
          "^  (?:public |private )?static (?:<\\w+> )?(\\S+) (\\w+)\\((.*?)^  \\}",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** A field; not the spec or the status of a whole object, which begin their own names. */
  private static final Pattern FIELD =
      Pattern.compile(
          "in\\s*\\.(\\w+)\\(\\s*\"(\\w+)\"(?!,\\s*FieldNames)(?:,\\s*(\\w+Reader)::(\\w+))?",
          Pattern.DOTALL);

  /** A method that reads a part of the same object. */
  private static final Pattern PART = Pattern.compile("(?:(\\w+Reader)\\.)?\\b(\\w+)\\(in\\)");

  /** The spec of an object whose reader also reads the rest of it. */
  private static final Pattern SPEC =
      Pattern.compile("\"spec\",\\s*FieldNames\\.\\w+,\\s*(\\w+Reader)::(\\w+)", Pattern.DOTALL);

  private static final Pattern OPTIONAL = Pattern.compile("Optional<(\\w+)>");

  /**
   * A method that reads a message.
   *
   * @param type the type of the model that it returns
   * @param body its source
   */
  private record Method(String type, String body) {}

  static InputSchema ofReaders(Path readers) throws IOException {
    Map<String, Method> methods = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(readers)) {
      for (Path file : files.filter(f -> f.toString().endsWith("Reader.java")).sorted().toList()) {
        String reader = file.getFileName().toString().replace(".java", "");
        Matcher method = METHOD.matcher(Files.readString(file));
        while (method.find()) {
          methods.put(reader + "." + method.group(2), new Method(method.group(1), method.group(3)));
        }
      }
    }
    Map<String, ImmutableMap<String, Optional<String>>> types = new LinkedHashMap<>();
    methods.forEach(
        (name, method) -> {
          if (!OPTIONAL.matcher(method.type()).matches()) {
            types.merge(method.type(), fields(name, methods), InputSchema::union);
          }
        });
    return new InputSchema(ImmutableSortedMap.copyOf(types));
  }

  private static ImmutableMap<String, Optional<String>> fields(
      String name, Map<String, Method> methods) {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    String reader = name.substring(0, name.indexOf('.'));
    String source = requireNonNull(methods.get(name)).body();
    Matcher field = FIELD.matcher(source);
    while (field.find()) {
      if (!List.of("oneOf", "ignore").contains(field.group(1))) {
        Optional<Method> nested =
            Optional.ofNullable(methods.get(field.group(3) + "." + field.group(4)));
        fields.putIfAbsent(field.group(2), nested.map(InputSchema::typeOf));
      }
    }
    Matcher spec = SPEC.matcher(source);
    while (spec.find()) {
      fields.putAll(fields(spec.group(1) + "." + spec.group(2), methods));
    }
    Matcher part = PART.matcher(source);
    while (part.find()) {
      String called = (part.group(1) == null ? reader : part.group(1)) + "." + part.group(2);
      if (!called.equals(name) && methods.containsKey(called)) {
        fields.putAll(fields(called, methods));
      }
    }
    return ImmutableMap.copyOf(fields);
  }

  /** Two methods read one type in two places. */
  private static ImmutableMap<String, Optional<String>> union(
      ImmutableMap<String, Optional<String>> some, ImmutableMap<String, Optional<String>> others) {
    return ImmutableMap.<String, Optional<String>>builder()
        .putAll(some)
        .putAll(others)
        .buildKeepingLast();
  }

  private static String typeOf(Method method) {
    Matcher optional = OPTIONAL.matcher(method.type());
    return optional.matches() ? optional.group(1) : method.type();
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
