// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static io.rutter.yaml.internal.node.TypedScalars.MOST_INT;
import static io.rutter.yaml.internal.node.TypedScalars.toInt;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.SourceLocation;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * An object of the tree, whose fields are read by name and type. Wrong values are reported and read
 * as absent, so that one pass finds all of them. Every field that a reader asks for is known from
 * then on; what is left when the reader is done is reported.
 *
 * <p>As in protobuf's JSON form, null is the same as absent.
 */
public final class ObjectNode extends ScalarFields {
  /** The node of the object, or of the object around it if it is not there. */
  private final Node self;

  private final FieldNames names;
  private final NodeProblems problems;

  private ObjectNode(Node self, String path, FieldNames names, NodeProblems problems) {
    super(path, new Fields(path, names, problems), new TypedScalars(problems));
    this.self = self;
    this.names = names;
    this.problems = problems;
  }

  private static ObjectNode of(Node node, String path, FieldNames names, NodeProblems problems) {
    ObjectNode object = new ObjectNode(node, path, names, problems);
    if (node instanceof MappingNode mapping) {
      object.fields.addAll(mapping);
    }
    return object;
  }

  /** The object at the root of a tree. */
  public static ObjectNode root(MappingNode root, FieldNames names, NodeProblems problems) {
    return of(root, "", names, problems);
  }

  /** A port number in an object of its own: {@code {number: 80}}. Without a number: 0. */
  public OptionalInt portSelector(String name) {
    return toInt(object(name, in -> BigInteger.valueOf(in.port("number").orElse(0))));
  }

  /** An object. */
  public <T> Optional<T> object(String name, Function<ObjectNode, T> reader) {
    return object(name, names, reader);
  }

  /** An object whose fields are spelled by other rules than the fields of this one. */
  public <T> Optional<T> object(String name, FieldNames itsNames, Function<ObjectNode, T> reader) {
    return field(name).flatMap(node -> readObject(node, pathOf(name), itsNames, reader));
  }

  /** As {@link #object(String, FieldNames, Function)}; absent: an object without fields. */
  public <T> T requiredObject(String name, FieldNames itsNames, Function<ObjectNode, T> reader) {
    return object(name, itsNames, reader)
        .orElseGet(() -> reader.apply(new ObjectNode(self, pathOf(name), itsNames, problems)));
  }

  /** An object that should be there; its absence is for validation to judge. */
  public <T> T requiredObject(String name, Function<ObjectNode, T> reader) {
    return requiredObject(name, names, reader);
  }

  /** Objects. A null in the list is an object without fields. */
  public <T> ImmutableList<T> objects(String name, Function<ObjectNode, T> reader) {
    return list(name, (node, itemPath) -> readObject(node, itemPath, reader));
  }

  /** Objects by key. A null is an object without fields. */
  public <T> ImmutableMap<String, T> objectMap(String name, Function<ObjectNode, T> reader) {
    return map(name, (node, valuePath) -> readObject(node, valuePath, reader));
  }

  /** Strings. */
  public ImmutableList<String> strings(String name) {
    return list(name, scalars::text);
  }

  /** Strings of a certain form. */
  public ImmutableList<String> strings(String name, Predicate<String> form, String expected) {
    return list(name, (node, itemPath) -> scalars.text(node, itemPath, form, expected));
  }

  /** Integers that are not negative. */
  public ImmutableList<Integer> integers(String name) {
    return list(name, this::unsignedItem);
  }

  /** Strings by key. A null is an empty string. */
  public ImmutableMap<String, String> stringMap(String name) {
    return map(name, this::textOrEmpty);
  }

  /** Integers that are not negative, by key. */
  public ImmutableMap<String, Integer> integerMap(String name) {
    return map(name, this::unsignedItem);
  }

  /**
   * An object of any shape: String, Boolean, Long for integers, Double for other numbers, lists and
   * maps of them; nulls are left out.
   */
  public ImmutableMap<String, Object> freeForm(String name) {
    return map(name, scalars::anything);
  }

  /** Objects of any shape, as {@link #freeForm}. */
  public ImmutableList<ImmutableMap<String, Object>> freeForms(String name) {
    return objects(name, item -> item.entries(item.scalars::anything));
  }

  /** The one of the fields that is there. More than one is reported, and then the last counts. */
  public Optional<String> oneOf(String... alternatives) {
    List<String> set = Arrays.stream(alternatives).filter(name -> field(name).isPresent()).toList();
    if (set.size() > 1) {
      problems.error(
          ProblemCode.CONFLICTING_FIELDS,
          path,
          self,
          Joiner.on(", ").join(set)
              + " together (expected: at most one of "
              + Joiner.on(", ").join(alternatives)
              + ")");
    }
    return set.isEmpty() ? Optional.empty() : Optional.of(set.get(set.size() - 1));
  }

  /** Accepts fields that have no effect on the translation, and notes those that are there. */
  public void ignore(String reason, String... ignored) {
    for (String name : ignored) {
      field(name)
          .ifPresent(
              node ->
                  problems.note(
                      ProblemCode.IGNORED_FIELD, pathOf(name), node, "no effect: " + reason));
    }
  }

  /** Accepts a field that has no effect although one relies on it, and warns of it. */
  public void warnOfIgnored(String reason, String name) {
    field(name)
        .ifPresent(
            node ->
                problems.warning(
                    ProblemCode.IGNORED_FIELD, pathOf(name), node, "no effect: " + reason));
  }

  /** Reports each null of a list in which it must not stand for an object without fields. */
  public void refuseNulls(String name, String expected) {
    if (field(name).orElse(null) instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        Node item = sequence.getValue().get(i);
        if (Nodes.isNull(item)) {
          problems.error(
              ProblemCode.INVALID_VALUE,
              FieldPath.item(pathOf(name), i),
              item,
              "null (expected: " + expected + ")");
        }
      }
    }
  }

  /** Accepts fields that every object may have and that say nothing about the mesh. */
  public void accept(String... accepted) {
    fields.accept(Arrays.asList(accepted));
  }

  /** Accepts all fields, where only some of a large object matter. */
  public void acceptOthers() {
    fields.acceptAll();
  }

  /** The names of all fields, which are known from then on. */
  public ImmutableList<String> names() {
    return fields.names();
  }

  /** How many errors were reported so far, in this object and elsewhere. */
  public int errorCount() {
    return problems.errorCount();
  }

  /** Where the object starts. */
  public SourceLocation location() {
    return problems.locate(self.getStartMark());
  }

  /** All fields as strings. */
  ImmutableMap<String, String> texts() {
    return entries(this::textOrEmpty);
  }

  /** Reports a missing field of this object. */
  public void reportMissing(String name, String expected) {
    problems.error(
        ProblemCode.MISSING_FIELD, pathOf(name), self, "missing (expected: " + expected + ")");
  }

  /** Reports the value of a field as wrong. */
  public void reportInvalid(String name, String expected) {
    Node node = field(name).orElse(self);
    problems.error(
        ProblemCode.INVALID_VALUE,
        pathOf(name),
        node,
        Nodes.describe(node) + " (expected: " + expected + ")");
  }

  /** Reports the fields that nobody asked for. */
  public void finish() {
    fields.reportUnknown();
  }

  private Optional<String> textOrEmpty(Node node, String at) {
    return Nodes.isNull(node) ? Optional.of("") : scalars.text(node, at);
  }

  private Optional<Integer> unsignedItem(Node node, String itemPath) {
    return scalars.integer(node, itemPath, BigInteger.ZERO, MOST_INT).map(BigInteger::intValue);
  }

  private <T> Optional<T> readObject(Node node, String at, Function<ObjectNode, T> reader) {
    return readObject(node, at, names, reader);
  }

  private <T> Optional<T> readObject(
      Node node, String at, FieldNames itsNames, Function<ObjectNode, T> reader) {
    if (!(node instanceof MappingNode) && !Nodes.isNull(node)) {
      problems.error(
          ProblemCode.WRONG_TYPE, at, node, Nodes.describe(node) + " (expected: an object)");
      return Optional.empty();
    }
    ObjectNode object = of(node, at, itsNames, problems);
    T value = reader.apply(object);
    object.finish();
    return Optional.of(value);
  }

  private <T> ImmutableList<T> list(String name, BiFunction<Node, String, Optional<T>> reader) {
    Node node = field(name).orElse(null);
    if (node == null) {
      return ImmutableList.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      problems.error(
          ProblemCode.WRONG_TYPE, pathOf(name), node, Nodes.describe(node) + " (expected: a list)");
      return ImmutableList.of();
    }
    ImmutableList.Builder<T> items = ImmutableList.builder();
    int index = 0;
    for (Node item : sequence.getValue()) {
      reader.apply(item, FieldPath.item(pathOf(name), index++)).ifPresent(items::add);
    }
    return items.build();
  }

  private <T> ImmutableMap<String, T> map(
      String name, BiFunction<Node, String, Optional<T>> reader) {
    Node node = field(name).orElse(null);
    if (node == null) {
      return ImmutableMap.of();
    }
    if (!(node instanceof MappingNode)) {
      problems.error(
          ProblemCode.WRONG_TYPE, pathOf(name), node, Nodes.describe(node) + " (expected: a map)");
      return ImmutableMap.of();
    }
    return of(node, pathOf(name), FieldNames.EXACT, problems).entries(reader);
  }

  private <T> ImmutableMap<String, T> entries(BiFunction<Node, String, Optional<T>> reader) {
    ImmutableMap.Builder<String, T> entries = ImmutableMap.builder();
    fields.forEach(
        (key, entry) -> {
          if (scalars.isWhole(key, entry.getKeyNode(), pathOf(key))) {
            reader
                .apply(entry.getValueNode(), pathOf(key))
                .ifPresent(value -> entries.put(key, value));
          }
        });
    return entries.buildOrThrow();
  }
}
