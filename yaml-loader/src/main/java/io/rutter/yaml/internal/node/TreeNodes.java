// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import io.rutter.model.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes the nodes of an object that somebody else has decoded; they have no positions. */
public final class TreeNodes {
  private static final Mark NOWHERE = new Mark("", 0, 0, 0, new int[0], 0);
  private static final String EXPECTED =
      " (expected: a map, a list, a string, a boolean, null or a finite number)";

  private final TreeLimits limits;
  private final NodeProblems problems;
  private int count;
  private long characters;
  private boolean isTooLarge;

  private TreeNodes(TreeLimits limits, NodeProblems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /**
   * A tree.
   *
   * @param root its root
   * @param characters how many its keys and values have
   */
  public record Tree(MappingNode root, long characters) {}

  /**
   * The nodes of a tree. What can be no part of one is reported, and null in its place. A tree that
   * exceeds a bound as a whole ends there, with one problem, which has no path.
   *
   * @param limits bound it, so that it may also contain itself
   */
  public static Tree of(Map<?, ?> tree, TreeLimits limits, NodeProblems problems) {
    TreeNodes nodes = new TreeNodes(limits, problems);
    MappingNode root = nodes.mapping(tree, "", 1);
    return new Tree(root, nodes.characters);
  }

  private Node node(@Nullable Object value, String path, int depth) {
    if (isTooLarge) {
      return plain("null");
    }
    if (++count > limits.nodes()) {
      tooLarge("more than " + limits.nodes() + " values (expected: fewer)");
    } else if (value instanceof Map<?, ?> || value instanceof List<?>) {
      return collection(value, path, depth + 1);
    } else if (value instanceof String text) {
      return text(text, path);
    } else if (value == null || value instanceof Boolean || isNumber(value)) {
      return plain(String.valueOf(value));
    } else {
      notOfTree(value, path, EXPECTED);
    }
    return plain("null");
  }

  private Node collection(Object value, String path, int depth) {
    if (depth > limits.depth()) {
      tooLarge(
          "lists and objects nested too deeply (expected: at most " + limits.depth() + " levels)");
      return plain("null");
    }
    return value instanceof Map<?, ?> map
        ? mapping(map, path, depth)
        : list((List<?>) value, path, depth);
  }

  private void tooLarge(String message) {
    isTooLarge = true;
    problems.tooLarge(NOWHERE, message);
  }

  private SequenceNode list(List<?> list, String path, int depth) {
    List<Node> items = new ArrayList<>();
    for (Object item : list) {
      items.add(node(item, FieldPath.item(path, items.size()), depth));
    }
    return new SequenceNode(Tag.SEQ, true, items, NOWHERE, NOWHERE, FlowStyle.FLOW);
  }

  private MappingNode mapping(Map<?, ?> map, String path, int depth) {
    checkKeys(map, path);
    List<NodeTuple> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        notOfTree(entry.getKey(), path, " as a key (expected: a string)");
      } else if (key.length() <= limits.keyCharacters()) {
        Node value = node(entry.getValue(), FieldPath.field(path, key), depth);
        entries.add(new NodeTuple(text(key, path), value));
      }
    }
    return new MappingNode(Tag.MAP, true, entries, NOWHERE, NOWHERE, FlowStyle.FLOW);
  }

  private void checkKeys(Map<?, ?> map, String path) {
    if (map.size() > limits.keys()) {
      problems.error(
          ProblemCode.LIMIT_EXCEEDED,
          path,
          null,
          map.size() + " keys (expected: at most " + limits.keys() + ")");
    }
    for (Object key : map.keySet()) {
      if (key instanceof String text && text.length() > limits.keyCharacters()) {
        problems.error(
            ProblemCode.LIMIT_EXCEEDED,
            path,
            null,
            "a key of "
                + text.length()
                + " characters (expected: at most "
                + limits.keyCharacters()
                + ")");
      }
    }
  }

  private static boolean isNumber(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof BigInteger
        || value instanceof BigDecimal
        || value instanceof Short
        || value instanceof Byte
        || (value instanceof Double number && Double.isFinite(number))
        || (value instanceof Float single && Float.isFinite(single));
  }

  private void notOfTree(@Nullable Object value, String path, String expected) {
    boolean isNumber = value instanceof Double || value instanceof Float;
    String found = value == null || isNumber ? String.valueOf(value) : value.getClass().getName();
    problems.error(ProblemCode.WRONG_TYPE, path, null, found + expected);
  }

  private ScalarNode text(String value, String path) {
    characters += value.length();
    if (TreeCheck.hasHalfOfPair(value)) {
      problems.error(
          ProblemCode.MALFORMED_YAML,
          path,
          null,
          "half of a pair, \\ud800 to \\udfff, by itself (expected: a character)");
    }
    return new ScalarNode(Tag.STR, value, NOWHERE, NOWHERE, ScalarStyle.DOUBLE_QUOTED);
  }

  private ScalarNode plain(String value) {
    characters += value.length();
    return new ScalarNode(Scalars.TAG, value, NOWHERE, NOWHERE, ScalarStyle.PLAIN);
  }
}
