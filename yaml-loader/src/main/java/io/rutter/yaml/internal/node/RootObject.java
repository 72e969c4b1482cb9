// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;
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
 * @param list the list whose item it is, if that says what its items are
 */
public record RootObject(MappingNode node, String place, Optional<TypedList> list) {
  private static final String LIST = "List";

  private static final String EXPECTED = " (expected: an object with apiVersion and kind)";

  /**
   * A {@code ServiceList} and its like, in which the API of Kubernetes leaves the type of the items
   * out.
   *
   * @param apiVersion the version of its items
   * @param kind the kind of its items
   */
  public record TypedList(String apiVersion, String kind) {
    private static Optional<TypedList> of(Map<String, NodeTuple> entries) {
      String kind = text(entries, "kind");
      return Optional.of(
              new TypedList(
                  text(entries, "apiVersion"), kind.substring(0, kind.length() - LIST.length())))
          .filter(list -> !list.kind().isEmpty());
    }
  }

  /** The root of a document as an object, whatever it is. */
  public static RootObject of(MappingNode root) {
    return new RootObject(root, "", Optional.empty());
  }

  /**
   * The objects of a document.
   *
   * @param foreign whether kinds of that {@code apiVersion} are others' own: their {@code ...List}
   *     may be anything
   */
  public static ImmutableList<RootObject> in(
      Node root, Predicate<String> foreign, NodeProblems problems) {
    ImmutableList.Builder<RootObject> objects = ImmutableList.builder();
    unfold(new Found(root, "", Optional.empty()), foreign, problems, objects);
    return objects.build();
  }

  /** What may be an object or a list of them. */
  private record Found(Node node, String place, Optional<TypedList> list) {}

  private static void unfold(
      Found found,
      Predicate<String> foreign,
      NodeProblems problems,
      ImmutableList.Builder<RootObject> objects) {
    String place = found.place();
    if (!(found.node() instanceof MappingNode mapping)) {
      problems.error(
          ProblemCode.WRONG_TYPE, place, found.node(), Nodes.describe(found.node()) + EXPECTED);
      return;
    }
    Map<String, NodeTuple> entries = Mappings.entries(mapping);
    if (!isList(entries, foreign)) {
      objects.add(new RootObject(mapping, place, found.list()));
      return;
    }
    NodeTuple items = entries.get("items");
    if (items == null || Nodes.isNull(items.getValueNode())) {
      return;
    }
    if (items.getValueNode() instanceof SequenceNode list) {
      String itemsPlace = FieldPath.field(place, "items");
      Optional<TypedList> typed = TypedList.of(entries);
      int index = 0;
      for (Node item : list.getValue()) {
        unfold(
            new Found(item, FieldPath.item(itemsPlace, index++), typed),
            foreign,
            problems,
            objects);
      }
    } else {
      Node other = items.getValueNode();
      problems.error(
          ProblemCode.WRONG_TYPE,
          FieldPath.field(place, "items"),
          other,
          Nodes.describe(other) + " (expected: a list)");
    }
  }

  private static boolean isList(Map<String, NodeTuple> entries, Predicate<String> foreign) {
    if (!text(entries, "kind").endsWith(LIST)) {
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
