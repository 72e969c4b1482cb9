// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.store;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.YamlSource;
import io.rutter.yaml.YamlToJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * One object to apply.
 *
 * @param key its key
 * @param json its text
 */
record Sample(ObjectKey key, String json) {
  private static final Splitter DOCUMENTS = Splitter.on(Pattern.compile("(?m)^---"));

  /** The source of this object, which has its name, so that problems tell the object. */
  YamlSource source() {
    return YamlSource.text(key.toString(), json);
  }

  /** What a client of Kubernetes makes of it. */
  Map<String, Object> tree() {
    return new Yaml().load(json);
  }

  /** The object of a text that is one, with a name. */
  static Optional<Sample> of(String json) {
    Set<ObjectKey> keys = ObjectStore.create().apply(YamlSource.text("", json));
    return keys.size() == 1
        ? Optional.of(new Sample(keys.iterator().next(), json))
        : Optional.empty();
  }

  /** The objects of each file {@code input.yaml} of a folder. */
  static ImmutableList<ImmutableList<Sample>> inFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      ImmutableList.Builder<ImmutableList<Sample>> samples = ImmutableList.builder();
      for (Path file : files.filter(each -> each.endsWith("input.yaml")).sorted().toList()) {
        samples.add(inText(Files.readString(file)));
      }
      return samples.build();
    }
  }

  private static ImmutableList<Sample> inText(String text) {
    return DOCUMENTS
        .splitToStream(text)
        .filter(document -> !document.lines().allMatch(Sample::isNothing))
        .map(document -> YamlToJson.convert(YamlSource.text("sample", document)))
        .flatMap(json -> of(json).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.startsWith("#");
  }
}
