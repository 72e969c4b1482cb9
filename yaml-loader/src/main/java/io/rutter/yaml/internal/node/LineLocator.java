// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds the paths of the values at a line. */
public final class LineLocator {
  private final int line;

  private LineLocator(int line) {
    this.line = line;
  }

  private record Child(String path, Node begin, Node value) {}

  /**
   * The outermost values that begin at the line, else the innermost one around it; empty if the
   * line is outside of the node.
   *
   * @param line the line in the document, from 0
   */
  public static ImmutableList<String> paths(Node node, int line) {
    LineLocator locator = new LineLocator(line);
    return locator.covers(node) ? locator.inside("", node) : ImmutableList.of();
  }

  private ImmutableList<String> inside(String path, Node node) {
    if (node.getStartMark().getLine() == line && path.isEmpty()) {
      return ImmutableList.of(path);
    }
    ImmutableList.Builder<String> beginning = ImmutableList.builder();
    for (Child child : children(path, node)) {
      if (child.begin().getStartMark().getLine() == line) {
        beginning.add(child.path());
      } else if (child.begin().getStartMark().getLine() < line && covers(child.value())) {
        return inside(child.path(), child.value());
      }
    }
    ImmutableList<String> found = beginning.build();
    return found.isEmpty() ? ImmutableList.of(path) : found;
  }

  private static List<Child> children(String path, Node node) {
    List<Child> children = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          children.add(new Child(FieldPath.field(path, key.getValue()), key, entry.getValueNode()));
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        Node item = list.getValue().get(i);
        children.add(new Child(FieldPath.item(path, i), item, item));
      }
    }
    return children;
  }

  /** Whether the node has the line. What is in block style ends before the line of its end. */
  private boolean covers(Node node) {
    boolean block =
        node instanceof CollectionNode<?> collection
            && collection.getFlowStyle() == FlowStyle.BLOCK;
    int end = node.getEndMark().getLine() - (block && node.getEndMark().getColumn() >= 0 ? 1 : 0);
    return node.getStartMark().getLine() <= line
        && (line <= end || line == node.getStartMark().getLine());
  }
}
