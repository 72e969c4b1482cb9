// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.model.problem.ProblemCode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Checks a whole tree before anything is read from it: no key twice in a mapping, keys are scalars,
 * no tag but YAML's own, no alias inside of its own anchor, and no more nodes than the limit when
 * every alias stands for a copy.
 */
final class TreeCheck {
  private static final long IN_PROGRESS = -1;

  private final NodeProblems problems;
  private final long mostAliasedNodes;

  /** Nodes below each node, itself included, aliases counted as copies. */
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

  private long aliasedNodes;

  private TreeCheck(NodeProblems problems, long mostAliasedNodes) {
    this.problems = problems;
    this.mostAliasedNodes = mostAliasedNodes;
  }

  /** Reports what is wrong with the tree. */
  static void check(Node root, NodeProblems problems, long mostAliasedNodes) {
    TreeCheck check = new TreeCheck(problems, mostAliasedNodes);
    check.size(root, "");
    if (check.aliasedNodes > mostAliasedNodes) {
      problems.error(
          ProblemCode.MALFORMED_YAML,
          "",
          root,
          "aliases that stand for more than "
              + mostAliasedNodes
              + " nodes (expected: a document of moderate size)");
    }
  }

  @CanIgnoreReturnValue
  private long size(Node node, String path) {
    Long known = sizes.get(node);
    if (known != null) {
      if (known == IN_PROGRESS) {
        problems.error(
            ProblemCode.MALFORMED_YAML,
            path,
            node,
            "an alias inside of its own anchor (expected: a finite value)");
        return 1;
      }
      aliasedNodes = Math.min(aliasedNodes + known, mostAliasedNodes + 1);
      return known;
    }
    sizes.put(node, IN_PROGRESS);
    long size = 1;
    if (node instanceof MappingNode mapping) {
      size += mapping(mapping, path);
    } else if (node instanceof SequenceNode list) {
      int index = 0;
      for (Node item : list.getValue()) {
        size += size(item, FieldPath.item(path, index++));
      }
    } else if (node instanceof ScalarNode scalar) {
      tag(scalar, path);
    }
    size = Math.min(size, mostAliasedNodes + 1);
    sizes.put(node, size);
    return size;
  }

  private long mapping(MappingNode mapping, String path) {
    long size = 0;
    Map<String, Node> seen = new HashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      Node keyNode = entry.getKeyNode();
      if (!(keyNode instanceof ScalarNode)) {
        problems.error(
            ProblemCode.MALFORMED_YAML,
            path,
            keyNode,
            "key: " + Nodes.describe(keyNode) + " (expected: a text)");
        continue;
      }
      String key = Mappings.key(keyNode);
      String inner = Mappings.isMerge(keyNode) ? path : FieldPath.field(path, key);
      if (!Mappings.isMerge(keyNode) && seen.containsKey(key)) {
        problems.error(
            ProblemCode.DUPLICATE_KEY, inner, keyNode, "key twice (expected: each key once)");
      }
      seen.put(key, keyNode);
      size += 1 + size(entry.getValueNode(), inner);
      if (Mappings.isMerge(keyNode)) {
        mergeable(entry.getValueNode(), path);
      }
    }
    return size;
  }

  private void mergeable(Node merged, String path) {
    boolean ok =
        merged instanceof MappingNode
            || (merged instanceof SequenceNode list
                && list.getValue().stream().allMatch(MappingNode.class::isInstance));
    if (!ok) {
      problems.error(
          ProblemCode.WRONG_TYPE,
          path,
          merged,
          "<<: " + Nodes.describe(merged) + " (expected: an object, or a list of objects)");
    }
  }

  private void tag(ScalarNode scalar, String path) {
    String tag = scalar.getTag().getValue();
    if (!scalar.getTag().equals(ExplicitTags.PLAIN) && !tag.startsWith(Tag.PREFIX)) {
      problems.error(
          ProblemCode.MALFORMED_YAML, path, scalar, "tag: " + tag + " (expected: no tag)");
    }
  }
}
