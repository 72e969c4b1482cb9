// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.collect.Suggestions;
import io.rutter.model.problem.ProblemCode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The fields of an object by name, and which of the names a reader knows. */
final class Fields {
  private final String path;
  private final FieldNames names;
  private final NodeProblems problems;
  private final Map<String, NodeTuple> byName = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * No fields yet.
   *
   * @param path the path of the object
   */
  Fields(String path, FieldNames names, NodeProblems problems) {
    this.path = path;
    this.names = names;
    this.problems = problems;
  }

  /** Adds the fields of a mapping; two spellings of one name are reported. */
  void addAll(MappingNode mapping) {
    Mappings.entries(mapping).forEach(this::add);
  }

  private void add(String key, NodeTuple entry) {
    String name = names.canonical(key);
    NodeTuple other = byName.putIfAbsent(name, entry);
    if (other == null || Nodes.isNull(entry.getValueNode())) {
      return;
    }
    byName.put(name, entry);
    if (!Nodes.isNull(other.getValueNode())) {
      problems.error(
          ProblemCode.CONFLICTING_FIELDS,
          FieldPath.field(path, key),
          entry.getKeyNode(),
          "also written " + Mappings.key(other.getKeyNode()) + " (expected: one of them)");
    }
  }

  /** The value of a field, whose name is known from now on. Empty: absent or null. */
  Optional<Node> get(String name) {
    known.add(name);
    NodeTuple entry = byName.get(name);
    return entry == null || Nodes.isNull(entry.getValueNode())
        ? Optional.empty()
        : Optional.of(entry.getValueNode());
  }

  /** All names, which are known from now on. */
  ImmutableList<String> names() {
    acceptAll();
    return ImmutableList.copyOf(byName.keySet());
  }

  /** Knows names from now on. */
  void accept(Collection<String> accepted) {
    known.addAll(accepted);
  }

  /** Knows all names. */
  void acceptAll() {
    known.addAll(byName.keySet());
  }

  /** Passes on all fields, nulls included. */
  void forEach(BiConsumer<String, NodeTuple> consumer) {
    acceptAll();
    byName.forEach(consumer);
  }

  /** Reports the fields whose names are not known. */
  void reportUnknown() {
    byName.forEach(
        (name, entry) -> {
          if (!known.contains(name)) {
            problems.warning(
                ProblemCode.UNKNOWN_FIELD,
                FieldPath.field(path, Mappings.key(entry.getKeyNode())),
                entry.getKeyNode(),
                "no such field, it is left out (expected: " + Suggestions.of(name, known) + ")");
          }
        });
  }
}
