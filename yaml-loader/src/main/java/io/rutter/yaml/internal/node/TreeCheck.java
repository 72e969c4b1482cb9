// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Checks that a tree can be walked: no alias inside of its own anchor, no more nodes than the limit
 * where every alias stands for a copy, and mappings of moderate size.
 */
final class TreeCheck {
  private static final long IN_PROGRESS = -1;

  /** A scalar counts as one more node for each this many characters. */
  private static final int CHARACTERS_OF_A_NODE = 64;

  /** Nodes below each node that has an anchor, itself included, aliases counted as copies. */
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

  private final TreeLimits limits;
  private final NodeProblems problems;
  private long aliased;
  private Optional<Node> ownAnchor = Optional.empty();

  private TreeCheck(TreeLimits limits, NodeProblems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** Reports what is wrong with the aliases and the size of a tree. */
  static void check(Node root, NodeProblems problems, TreeLimits limits) {
    TreeCheck check = new TreeCheck(limits, problems);
    check.measure(root);
    if (check.ownAnchor.isPresent()) {
      problems.malformed(
          check.ownAnchor.get().getStartMark(),
          "an alias inside of its own anchor (expected: a finite value)");
    } else if (check.aliased > limits.aliasedNodes()) {
      problems.tooLarge(
          root.getStartMark(),
          "aliases that stand for more than "
              + limits.aliasedNodes()
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
      aliased = Math.min(aliased + known, limits.aliasedNodes() + 1);
      return known;
    }
    boolean mayComeAgain = node.getAnchor() != null;
    if (mayComeAgain) {
      sizes.put(node, IN_PROGRESS);
    }
    long size = 1;
    if (node instanceof ScalarNode scalar) {
      size += scalar.getValue().length() / CHARACTERS_OF_A_NODE;
      checkEscapes(scalar);
    } else if (node instanceof MappingNode mapping) {
      checkKeys(mapping);
      for (NodeTuple entry : mapping.getValue()) {
        size += measure(entry.getKeyNode()) + measure(entry.getValueNode());
      }
    } else if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        size += measure(item);
      }
    }
    size = Math.min(size, limits.aliasedNodes() + 1);
    if (mayComeAgain) {
      sizes.put(node, size);
    }
    return size;
  }

  /** Only an escape can make a half of a pair, of which no text in UTF-8 can be made. */
  private void checkEscapes(ScalarNode scalar) {
    if (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED && hasHalfOfPair(scalar.getValue())) {
      problems.malformed(
          scalar.getStartMark(),
          "an escape from \\ud800 to \\udfff by itself (expected: a character)");
    }
  }

  static boolean hasHalfOfPair(String text) {
    return text.codePoints().anyMatch(TreeCheck::isHalfOfPair);
  }

  private static boolean isHalfOfPair(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  private void checkKeys(MappingNode mapping) {
    if (mapping.getValue().size() > limits.keys()) {
      problems.tooLarge(
          mapping.getStartMark(),
          mapping.getValue().size() + " keys (expected: at most " + limits.keys() + ")");
    }
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key
          && key.getValue().length() > limits.keyCharacters()) {
        problems.tooLarge(
            key.getStartMark(),
            "a key of "
                + key.getValue().length()
                + " characters (expected: at most "
                + limits.keyCharacters()
                + ")");
        return;
      }
    }
  }
}
