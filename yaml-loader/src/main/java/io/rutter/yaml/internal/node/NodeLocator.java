// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the node that a path leads to. */
public final class NodeLocator {
  private NodeLocator() {}

  /** The node at the path, or the innermost one around it that is there. */
  public static Node find(Node root, String path) {
    return walk(root, path).value();
  }

  /**
   * Where the value at the path, or the innermost one around it, begins for a reader: a scalar or
   * an item of a list at itself, a list or an object at its key.
   */
  public static Node place(Node root, String path) {
    Found found = walk(root, path);
    return found.value() instanceof ScalarNode ? found.value() : found.key();
  }

  private record Found(Node key, Node value) {}

  private static Found walk(Node root, String path) {
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

  private static Optional<Found> step(Node node, FieldPath.Step step) {
    if (node instanceof SequenceNode list) {
      List<Node> items = list.getValue();
      return step.index() >= 0 && step.index() < items.size()
          ? Optional.of(new Found(items.get(step.index()), items.get(step.index())))
          : Optional.empty();
    }
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    Map<String, NodeTuple> entries = Mappings.entries(mapping);
    NodeTuple exact = entries.get(step.key());
    if (exact != null) {
      return Optional.of(found(exact));
    }
    return entries.entrySet().stream()
        .filter(entry -> FieldNames.PROTOBUF.canonical(entry.getKey()).equals(step.key()))
        .findFirst()
        .map(entry -> found(entry.getValue()));
  }

  private static Found found(NodeTuple entry) {
    return new Found(entry.getKeyNode(), entry.getValueNode());
  }
}
