// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Checks that a tree can be walked: no alias inside of its own anchor, and no more nodes than the
 * limit where every alias stands for a copy.
 */
final class AliasCheck {
  private static final long IN_PROGRESS = -1;

  /** Nodes below each node, itself included, aliases counted as copies. */
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

  private final long limit;
  private long aliased;
  private Optional<Node> ownAnchor = Optional.empty();

  private AliasCheck(long limit) {
    this.limit = limit;
  }

  /** Reports what is wrong with the aliases of a tree. */
  static void check(Node root, NodeProblems problems, long limit) {
    AliasCheck check = new AliasCheck(limit);
    check.measure(root);
    if (check.ownAnchor.isPresent()) {
      problems.malformed(
          check.ownAnchor.get().getStartMark(),
          "an alias inside of its own anchor (expected: a finite value)");
    } else if (check.aliased > limit) {
      problems.malformed(
          root.getStartMark(),
          "aliases that stand for more than "
              + limit
              + " nodes (expected: a document of moderate size)");
    }
  }

  @CanIgnoreReturnValue
  private long measure(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      if (known == IN_PROGRESS) {
        ownAnchor = Optional.of(node);
        return 1;
      }
      aliased = Math.min(aliased + known, limit + 1);
      return known;
    }
    sizes.put(node, IN_PROGRESS);
    long size = 1;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        size += measure(entry.getKeyNode()) + measure(entry.getValueNode());
      }
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        size += measure(item);
      }
    }
    size = Math.min(size, limit + 1);
    sizes.put(node, size);
    return size;
  }
}
