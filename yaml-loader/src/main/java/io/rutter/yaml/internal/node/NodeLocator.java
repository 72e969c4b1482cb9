// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds the nodes that paths lead to. One that is asked several questions about a tree looks at
 * each mapping once.
 */
public final class NodeLocator {
  private final IdentityHashMap<MappingNode, Map<String, NodeTuple>> exact =
      new IdentityHashMap<>();
  private final IdentityHashMap<MappingNode, Map<String, NodeTuple>> canonical =
      new IdentityHashMap<>();

  /** The node at the path, or the innermost one around it that is there. */
  public Node find(Node root, String path) {
    return walk(root, path).value();
  }

  /**
   * Where the value at the path, or the innermost one around it, begins for a reader: a scalar or
   * an item of a list at itself, a list or an object at its key.
   */
  public Node place(Node root, String path) {
    Found found = walk(root, path);
    return found.value() instanceof ScalarNode ? found.value() : found.key();
  }

  private record Found(Node key, Node value) {}

  private Found walk(Node root, String path) {
    Found at = new Found(root, root);
    for (FieldPath.Step step : FieldPath.parse(path)) {
      Optional<Found> next = step(at.value(), step);
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return at;
  }

  private Optional<Found> step(Node node, FieldPath.Step step) {
    if (node instanceof SequenceNode list) {
      List<Node> items = list.getValue();
      return step.index() >= 0 && step.index() < items.size()
          ? Optional.of(new Found(items.get(step.index()), items.get(step.index())))
          : Optional.empty();
    }
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    NodeTuple entry = exact.computeIfAbsent(mapping, Mappings::entries).get(step.key());
    if (entry == null) {
      entry = canonical.computeIfAbsent(mapping, this::canonical).get(step.key());
    }
    return Optional.ofNullable(entry)
        .map(found -> new Found(found.getKeyNode(), found.getValueNode()));
  }

  private Map<String, NodeTuple> canonical(MappingNode mapping) {
    Map<String, NodeTuple> entries = new HashMap<>();
    exact
        .computeIfAbsent(mapping, Mappings::entries)
        .forEach((key, entry) -> entries.putIfAbsent(FieldNames.PROTOBUF.canonical(key), entry));
    return entries;
  }
}
