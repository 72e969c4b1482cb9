// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import java.util.Map;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One configuration object of a document: its root, or an item of it if it is a {@code List}.
 *
 * @param node the object
 * @param place the path of the object in the document; empty for its root
 */
public record RootObject(MappingNode node, String place) {
  private static final String EXPECTED = " (expected: an object with apiVersion and kind)";

  /**
   * The objects of a document.
   *
   * @param foreign whether kinds of that {@code apiVersion} are others' own: their {@code ...List}
   *     may be anything
   */
  public static ImmutableList<RootObject> in(
      Node root, Predicate<String> foreign, NodeProblems problems) {
    ImmutableList.Builder<RootObject> objects = ImmutableList.builder();
    unfold(root, "", foreign, problems, objects);
    return objects.build();
  }

  private static void unfold(
      Node node,
      String place,
      Predicate<String> foreign,
      NodeProblems problems,
      ImmutableList.Builder<RootObject> objects) {
    if (!(node instanceof MappingNode mapping)) {
      problems.error(ProblemCode.WRONG_TYPE, place, node, Nodes.describe(node) + EXPECTED);
      return;
    }
    Map<String, NodeTuple> entries = Mappings.entries(mapping);
    if (!isList(entries, foreign)) {
      objects.add(new RootObject(mapping, place));
      return;
    }
    NodeTuple items = entries.get("items");
    if (items == null || Nodes.isNull(items.getValueNode())) {
      return;
    }
    if (items.getValueNode() instanceof SequenceNode list) {
      String itemsPlace = FieldPath.field(place, "items");
      int index = 0;
      for (Node item : list.getValue()) {
        unfold(item, FieldPath.item(itemsPlace, index++), foreign, problems, objects);
      }
    } else {
      Node found = items.getValueNode();
      problems.error(
          ProblemCode.WRONG_TYPE,
          FieldPath.field(place, "items"),
          found,
          Nodes.describe(found) + " (expected: a list)");
    }
  }

  private static boolean isList(Map<String, NodeTuple> entries, Predicate<String> foreign) {
    if (!text(entries, "kind").endsWith("List")) {
      return false;
    }
    NodeTuple items = entries.get("items");
    return !foreign.test(text(entries, "apiVersion"))
        || (items != null
            && items.getValueNode() instanceof SequenceNode list
            && list.getValue().stream().allMatch(DocumentShape::isObject));
  }

  private static String text(Map<String, NodeTuple> entries, String key) {
    NodeTuple entry = entries.get(key);
    return entry != null && entry.getValueNode() instanceof ScalarNode scalar
        ? scalar.getValue()
        : "";
  }
}
