// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableSet;
import io.rutter.yaml.internal.text.KeyWords;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a document is, as far as its outermost keys tell. In a folder there are documents that have
 * nothing to do with a mesh: values of Helm, pipelines, test data.
 */
public enum DocumentShape {
  /** An object of Kubernetes or Istio, or what its author must have meant to be one. */
  OBJECT,
  /** A list of tests of calls, and no kind. */
  TESTS,
  /** Anything else. */
  OTHER;

  private static final ImmutableSet<String> METADATA =
      ImmutableSet.of("name", "generateName", "namespace", "labels", "annotations");

  /** The shape of a document with that root. */
  public static DocumentShape of(Node root) {
    if (root instanceof SequenceNode list) {
      return list.getValue().stream().anyMatch(DocumentShape::isObject) ? OBJECT : OTHER;
    }
    if (!(root instanceof MappingNode mapping)) {
      return OTHER;
    }
    Map<String, NodeTuple> entries = Mappings.entries(mapping);
    if (!entries.containsKey("kind") && TestLists.isIn(entries)) {
      return TESTS;
    }
    return looksLikeObject(entries) ? OBJECT : OTHER;
  }

  /**
   * The shape of a document that is not YAML, by the words in it that stand before a colon: what
   * mentions a kind may be an object with a mistake, and must not be skipped.
   */
  public static DocumentShape ofText(String text) {
    if (KeyWords.has(text, "kind") || KeyWords.has(text, "apiVersion")) {
      return OBJECT;
    }
    return TestLists.NAMES.stream().anyMatch(name -> KeyWords.has(text, name)) ? TESTS : OTHER;
  }

  /** Whether it has both, a kind and a version. */
  static boolean isObject(Node node) {
    return node instanceof MappingNode mapping
        && Mappings.entries(mapping).keySet().containsAll(ImmutableSet.of("kind", "apiVersion"));
  }

  /**
   * An object whose {@code kind} or {@code apiVersion} is missing or misspelt still has the other
   * one, in the form that Kubernetes wants, or metadata or a spec.
   */
  private static boolean looksLikeObject(Map<String, NodeTuple> entries) {
    boolean hasKind = entries.containsKey("kind");
    boolean hasVersion = entries.containsKey("apiVersion");
    return (hasKind && hasVersion)
        || (hasKind && isCapitalized(text(entries, "kind")))
        || (hasVersion && text(entries, "apiVersion").indexOf('/') > 0)
        || value(entries, "spec") instanceof MappingNode
        || (value(entries, "metadata") instanceof MappingNode metadata
            && hasAny(Mappings.entries(metadata).keySet()));
  }

  private static boolean hasAny(Collection<String> keys) {
    return keys.stream().anyMatch(METADATA::contains);
  }

  private static boolean isCapitalized(String kind) {
    return !kind.isEmpty()
        && kind.charAt(0) >= 'A'
        && kind.charAt(0) <= 'Z'
        && kind.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static String text(Map<String, NodeTuple> entries, String key) {
    return value(entries, key) instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static @Nullable Node value(Map<String, NodeTuple> entries, String key) {
    NodeTuple entry = entries.get(key);
    return entry == null ? null : entry.getValueNode();
  }
}
