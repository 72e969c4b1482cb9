// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static java.util.stream.Collectors.joining;

import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.output.JsonOutput;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** The mesh of {@code examples/bookinfo}. */
final class Bookinfo {
  private Bookinfo() {}

  /** Its folder. */
  static Path folder() {
    return Path.of(System.getProperty("rutter.root", "..")).resolve("examples/bookinfo");
  }

  /** Its documents, file by file. */
  static List<String> documents() throws IOException {
    List<String> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.sorted().toList()) {
        documents.addAll(List.of(Files.readString(file).split("(?m)^---\\s*$")));
      }
    }
    return documents;
  }

  /** What documents translate to. */
  static Translation translate(List<String> documents) {
    String text = documents.stream().collect(joining("\n---\n"));
    LoadResult loaded = YamlLoader.create().load(YamlSource.text("bookinfo.yaml", text));
    return Translation.of(
        Translator.create().compile(loaded.orThrow()), loaded.snapshot().proxies());
  }

  /** A translation as JSON. */
  static String json(Translation translation) throws IOException {
    StringBuilder json = new StringBuilder();
    JsonOutput.write(translation, EnumSet.allOf(ResourceKind.class), json);
    return json.toString();
  }
}
