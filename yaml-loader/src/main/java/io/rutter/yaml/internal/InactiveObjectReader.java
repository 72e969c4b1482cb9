// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.yaml.internal.node.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/**
 * Reads what analysis wants to know of an {@link InactiveObject}, whose fields nobody knows: the
 * strings that may be names, and the labels of pods.
 */
final class InactiveObjectReader {
  /** The longest name that Kubernetes allows; a longer string is no name. */
  private static final int LONGEST_NAME = 253;

  /** More names are of no object that a person wrote. */
  private static final int MOST_TEXTS = 10_000;

  /** Kinds, of any group, whose objects are or make Gateways, Services or Secrets. */
  private static final ImmutableSet<String> MAKERS =
      ImmutableSet.of(
          "Gateway",
          "Service",
          "ServiceImport",
          "Canary",
          "Certificate",
          "Kustomization",
          "OnePasswordItem",
          "SecretProviderClass");

  /** Kinds of which analysis only asks whether there is one, or one of some name. */
  private static final ImmutableSet<String> ASKED_FOR =
      ImmutableSet.of("EnvoyFilter", "ServiceAccount", "WasmPlugin");

  private final boolean isRefused;
  private final Set<String> texts = new LinkedHashSet<>();
  private final List<Map<String, String>> labels = new ArrayList<>();

  private InactiveObjectReader(boolean isRefused) {
    this.isRefused = isRefused;
  }

  /** What is to be known of an object of a kind that is not read, if anything. */
  static Optional<InactiveObject> ofOtherKind(String apiVersion, String kind, MappingNode node) {
    if (OtherKinds.isSecret(apiVersion, kind) || kind.equals("CustomResourceDefinition")) {
      return Optional.empty(); // Nobody looks into Secrets, and a definition is no object.
    }
    boolean makes = MAKERS.contains(kind) || kind.endsWith("Secret");
    InactiveObjectReader reader = new InactiveObjectReader(false);
    Map<?, ?> object = map(Nodes.toJava(node).orElse(""));
    reader.readLabels(object.get("spec"));
    if (makes) {
      reader.readTexts(object.get("spec"));
      reader.readTexts(object.get("secretGenerator"));
    }
    return makes || ASKED_FOR.contains(kind) || !reader.labels.isEmpty()
        ? Optional.of(reader.object(key(kind, object), apiVersion))
        : Optional.empty();
  }

  /** What is to be known of an object that is not taken for an error in it. */
  static InactiveObject refused(Kind<?> kind, ConfigKey key, MappingNode node) {
    return refused(key, kind.apiVersions().get(0), Nodes.toJava(node).orElse(""));
  }

  /** What is to be known of an object whose kind or version is wrong or missing. */
  static InactiveObject ofNoKind(String apiVersion, String kind, MappingNode node) {
    Object object = Nodes.toJava(node).orElse("");
    return refused(key(kind, map(object)), apiVersion, object);
  }

  private static InactiveObject refused(ConfigKey key, String apiVersion, Object object) {
    InactiveObjectReader reader = new InactiveObjectReader(true);
    reader.readLabels(object);
    reader.readTexts(object);
    return reader.object(key, apiVersion);
  }

  private InactiveObject object(ConfigKey key, String apiVersion) {
    return InactiveObject.builder()
        .key(key)
        .apiVersion(apiVersion)
        .texts(texts)
        .podLabels(labels)
        .build();
  }

  private static ConfigKey key(String kind, Map<?, ?> object) {
    Map<?, ?> metadata = map(object.get("metadata"));
    return new ConfigKey(
        kind,
        metadata.get("namespace") instanceof String namespace ? namespace : "default",
        metadata.get("name") instanceof String name ? name : "");
  }

  private void readTexts(@Nullable Object value) {
    if (texts.size() >= MOST_TEXTS) {
      return;
    }
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::readTexts);
    } else if (value instanceof List<?> list) {
      list.forEach(this::readTexts);
    } else if (value instanceof String text && text.length() <= LONGEST_NAME) {
      texts.add(text);
    }
  }

  /** The labels of templates; all labels of a refused object, which may be a pod or a proxy. */
  private void readLabels(@Nullable Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::readLabels);
    }
    for (Map.Entry<?, ?> field : map(value).entrySet()) {
      boolean isTemplate = field.getKey().equals("template") || field.getKey().equals("metadata");
      if (isRefused && field.getKey().equals("labels")) {
        addLabels(field.getValue());
      } else if (isTemplate) {
        addLabels(map(field.getValue()).get("labels"));
      }
      readLabels(field.getValue());
    }
  }

  private void addLabels(@Nullable Object value) {
    Map<String, String> read = new LinkedHashMap<>();
    map(value).forEach((name, text) -> read.put(name.toString(), text.toString()));
    if (!read.isEmpty()) {
      labels.add(read);
    }
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
