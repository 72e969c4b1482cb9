// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is said of the documents of one text.
 *
 * @param errors the objects with an error and what it is, by {@code Kind/namespace/name}
 * @param warnings the objects with a warning
 */
record Verdict(ImmutableMap<String, String> errors, ImmutableSet<String> warnings) {
  static Verdict ofRutter(String yaml) {
    List<Problem> problems =
        YamlLoader.create().load(YamlSource.text("input.yaml", yaml)).problems();
    return new Verdict(
        problems.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .collect(
                toImmutableMap(Verdict::name, Problem::toString, (one, two) -> one + "; " + two)),
        problems.stream()
            .filter(problem -> problem.severity() == Severity.WARNING)
            .map(Verdict::name)
            .collect(toImmutableSet()));
  }

  private static String name(Problem problem) {
    return problem.object().map(Object::toString).orElse("");
  }

  static Verdict ofReference(Path reference, Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(reference.toString(), "validate", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    List<Map<String, String>> said =
        new Yaml(new SafeConstructor(options)).load(process.getInputStream());
    if (process.waitFor() != 0) {
      throw new IOException("istiod validate: status " + process.exitValue());
    }
    return new Verdict(
        said.stream()
            .filter(entry -> entry.containsKey("error"))
            .collect(
                toImmutableMap(
                    Verdict::name,
                    entry -> String.valueOf(entry.get("error")),
                    (one, two) -> one + "; " + two)),
        said.stream()
            .filter(entry -> entry.containsKey("warning"))
            .map(Verdict::name)
            .collect(toImmutableSet()));
  }

  private static String name(Map<String, String> entry) {
    return entry.get("kind") + "/" + entry.get("namespace") + "/" + entry.get("name");
  }

  /** The documents of a text, each with its name. */
  static ImmutableMap<String, Map<String, Object>> documents(String yaml) {
    return StreamSupport.stream(
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml).spliterator(), false)
        .map(Verdict::mapping)
        .collect(toImmutableMap(Verdict::nameOf, document -> document));
  }

  @SuppressWarnings("unchecked") // YAML has text for keys here.
  static Map<String, Object> mapping(Object value) {
    return (Map<String, Object>) value;
  }

  private static String nameOf(Map<String, Object> document) {
    Map<String, Object> metadata = mapping(Objects.requireNonNull(document.get("metadata")));
    return document.get("kind") + "/" + metadata.get("namespace") + "/" + metadata.get("name");
  }
}
