// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.analysis;

import static java.util.Objects.requireNonNull;

import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The documents of a mesh, of which single values can be exchanged. */
final class PolicyDocuments {
  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)|\\[(\\d+)]");

  private final String text;

  PolicyDocuments(String text) {
    this.text = text;
  }

  static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot();
  }

  /** The mesh with a value that nothing has in the place of what a finding is about. */
  MeshSnapshot withNothingAt(Problem finding) {
    return changed(
        finding,
        (steps, document) -> {
          List<Object> path = List.copyOf(steps);
          Object last = path.get(path.size() - 1);
          Object list = last instanceof Integer ? path.get(path.size() - 2) : last;
          Object parent = at(document, path.subList(0, path.size() - 1));
          Object key =
              at(document, path.subList(0, path.lastIndexOf(list))) instanceof Map<?, ?> map
                  ? map.get("key")
                  : null;
          String nothing = nothing(list.toString(), key == null ? "" : key.toString());
          set(parent, last, last instanceof Integer ? nothing : List.of(nothing));
        });
  }

  /** The mesh in which the rule of a finding has only the entry of {@code to} that it is about. */
  MeshSnapshot withEntryOnly(Problem finding) {
    return changed(
        finding,
        (steps, document) -> {
          List<Object> path = steps.subList(0, steps.indexOf("to") + 1);
          Object entry = at(document, steps.subList(0, path.size() + 1));
          set(at(document, path.subList(0, path.size() - 1)), "to", List.of(entry));
        });
  }

  private interface Change {
    void make(List<Object> steps, Object document);
  }

  private MeshSnapshot changed(Problem finding, Change change) {
    Yaml yaml = new Yaml();
    StringBuilder result = new StringBuilder();
    for (Object document : yaml.loadAll(text)) {
      if (document instanceof Map<?, ?> object && isOf(object, finding.object().orElseThrow())) {
        change.make(steps(finding.path()), object);
      }
      result.append("---\n").append(yaml.dump(document));
    }
    return load(result.toString());
  }

  private static boolean isOf(Map<?, ?> document, ConfigKey key) {
    return key.kind().equals(document.get("kind"))
        && document.get("metadata") instanceof Map<?, ?> metadata
        && key.name().equals(metadata.get("name"))
        && key.namespace()
            .equals(metadata.containsKey("namespace") ? metadata.get("namespace") : "default");
  }

  private static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      steps.add(matcher.group(1) == null ? Integer.valueOf(matcher.group(2)) : matcher.group(1));
    }
    return steps;
  }

  private static Object at(Object document, List<Object> steps) {
    Object value = document;
    for (Object step : steps) {
      value =
          requireNonNull(
              step instanceof Integer index
                  ? ((List<?>) value).get(index)
                  : ((Map<?, ?>) value).get(step));
    }
    return value;
  }

  @SuppressWarnings("unchecked") // The parser makes no others.
  private static void set(Object parent, Object step, Object value) {
    if (step instanceof Integer index) {
      ((List<Object>) parent).set(index, value);
    } else {
      ((Map<String, Object>) parent).put(step.toString(), value);
    }
  }

  /** A value of the list that no request of the samples has. */
  private static String nothing(String list, String key) {
    String what = key.isEmpty() ? list : key;
    if (what.endsWith("ip") || what.endsWith("pBlocks")) {
      return "203.0.113.77";
    }
    return switch (what) {
      case "ports", "notPorts", "destination.port" -> "64999";
      case "paths", "notPaths" -> "/nowhere";
      case "principals", "notPrincipals", "source.principal" -> "no/ns/no/sa/no";
      case "requestPrincipals", "notRequestPrincipals" -> "no/no";
      default -> "nowhere";
    };
  }
}
