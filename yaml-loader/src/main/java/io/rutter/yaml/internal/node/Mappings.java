// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The entries of a mapping by their keys, as JSON would have them: keys are strings, and {@code <<}
 * merges other mappings, whose entries count where the mapping has none of its own.
 */
final class Mappings {
  private Mappings() {}

  /** The entries in the order of the text; of two with the same key the later one. */
  static Map<String, NodeTuple> entries(MappingNode mapping) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    collect(mapping, entries);
    return entries;
  }

  /** Whether the key merges another mapping into this one. */
  static boolean isMerge(Node key) {
    return key instanceof ScalarNode scalar
        && scalar.getValue().equals("<<")
        && (scalar.getTag().equals(Scalars.TAG) || scalar.getTag().equals(Tag.MERGE));
  }

  /** The key as a string. Keys that are lists or mappings are reported by {@link KeyCheck}. */
  static String key(Node key) {
    return key instanceof ScalarNode scalar ? Scalars.value(scalar).asKey() : "?";
  }

  private static void collect(MappingNode mapping, Map<String, NodeTuple> entries) {
    for (NodeTuple entry : mapping.getValue()) {
      if (!isMerge(entry.getKeyNode())) {
        entries.put(key(entry.getKeyNode()), entry);
      }
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (isMerge(entry.getKeyNode())) {
        merge(entry.getValueNode(), entries);
      }
    }
  }

  private static void merge(Node merged, Map<String, NodeTuple> entries) {
    if (merged instanceof MappingNode mapping) {
      Mappings.entries(mapping).forEach(entries::putIfAbsent);
    } else if (merged instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        merge(item, entries);
      }
    }
  }
}
