// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import io.rutter.model.problem.ProblemCode;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Checks all of an object, whether somebody reads it or not: no key twice in a mapping, keys are
 * scalars, what {@code <<} merges can be merged, and no tag but YAML's own.
 */
public final class KeyCheck {
  /** Longer paths help nobody, and cost as much for each of many problems. */
  private static final int LONGEST_PATH = 2_000;

  private final NodeProblems problems;

  /** The nodes with anchors so far: no other can come twice. */
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The steps from the root to where the check is; names of fields and indices of lists. */
  private final Deque<Object> trail = new ArrayDeque<>();

  private KeyCheck(NodeProblems problems) {
    this.problems = problems;
  }

  /** Reports what is wrong with an object. */
  public static void check(Node object, NodeProblems problems) {
    new KeyCheck(problems).node(object);
  }

  private void node(Node node) {
    if (node.getAnchor() != null && !seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      mapping(mapping);
    } else if (node instanceof SequenceNode list) {
      int index = 0;
      for (Node item : list.getValue()) {
        step(index++, item);
      }
    } else if (node instanceof ScalarNode scalar) {
      tag(scalar);
    }
  }

  private void mapping(MappingNode mapping) {
    Set<String> keys = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      Node keyNode = entry.getKeyNode();
      if (!(keyNode instanceof ScalarNode)) {
        problems.error(
            ProblemCode.MALFORMED_YAML,
            path(),
            keyNode,
            "key: " + Nodes.describe(keyNode) + " (expected: a text)");
        continue;
      }
      if (Mappings.isMerge(keyNode)) {
        merge(entry.getValueNode());
        continue;
      }
      String key = Mappings.key(keyNode);
      if (!keys.add(key)) {
        problems.error(
            ProblemCode.DUPLICATE_KEY,
            FieldPath.field(path(), key),
            keyNode,
            key + " twice (expected: each key once)");
      }
      step(key, entry.getValueNode());
    }
  }

  private void merge(Node merged) {
    boolean mergeable =
        merged instanceof MappingNode
            || (merged instanceof SequenceNode list
                && list.getValue().stream().allMatch(MappingNode.class::isInstance));
    if (mergeable) {
      node(merged);
    } else {
      problems.error(
          ProblemCode.WRONG_TYPE,
          path(),
          merged,
          "<<: " + Nodes.describe(merged) + " (expected: an object, or a list of objects)");
    }
  }

  private void tag(ScalarNode scalar) {
    String tag = scalar.getTag().getValue();
    if (!scalar.getTag().equals(Scalars.TAG) && !tag.startsWith(Tag.PREFIX)) {
      problems.error(
          ProblemCode.MALFORMED_YAML, path(), scalar, "tag: " + tag + " (expected: no tag)");
    }
  }

  private void step(Object step, Node value) {
    trail.addLast(step);
    node(value);
    trail.removeLast();
  }

  private String path() {
    String path = "";
    for (Object step : trail) {
      if (path.length() > LONGEST_PATH) {
        return path + "...";
      }
      path =
          step instanceof Integer index
              ? FieldPath.item(path, index)
              : FieldPath.field(path, step.toString());
    }
    return path;
  }
}
