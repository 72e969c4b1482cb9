// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.node.FieldPath;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.node.TreeNodes;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads objects that others have decoded, which have no positions. */
final class TreeObjects {
  private static final TextDocument NOWHERE = new TextDocument("", 1, "");

  private final YamlLimits limits;
  private final ObjectReader reader;
  private final Function<ObjectKey, Optional<StoredObject>> before;

  /**
   * Reads objects.
   *
   * @param before the object that is known by a key: it is not read again in the same version
   */
  TreeObjects(
      YamlLimits limits, ObjectReader reader, Function<ObjectKey, Optional<StoredObject>> before) {
    this.limits = limits;
    this.reader = reader;
    this.before = before;
  }

  /** The object of the tree, or those of a list; what is no tree is one with an error. */
  AppliedObjects read(Map<String, ?> tree) {
    BoundedProblems found = new BoundedProblems(limits.problems());
    TreeNodes.Tree nodes = TreeNodes.of(tree, TreeLimits.of(limits), newProblems(found));
    AppliedObjects applied = new AppliedObjects();
    List<Problem> bad = new ArrayList<>(found.all());
    if (bad.stream().anyMatch(TreeObjects::isOfWholeTree)) {
      applied.add(refused(RootObject.of(nameOf(tree)), bad, nodes.characters()));
      return applied;
    }
    BoundedProblems noObjects = new BoundedProblems(limits.problems());
    ImmutableList<RootObject> objects =
        DocumentReader.objectsOf(nodes.root(), newProblems(noObjects));
    for (RootObject object : objects) {
      long characters = nodes.characters() / objects.size();
      List<Problem> own = bad.stream().filter(each -> isIn(object, each)).toList();
      bad.removeAll(own);
      applied.add(
          own.isEmpty() ? read(object, applied, characters) : refused(object, own, characters));
    }
    bad.addAll(noObjects.all().stream().filter(each -> isNew(each, bad)).toList());
    if (!bad.isEmpty()) {
      applied.add(refused(RootObject.of(nodes.root()), bad, 0));
    }
    return applied;
  }

  /** Beyond a bound nothing is known of the tree. */
  private static boolean isOfWholeTree(Problem problem) {
    return problem.code() == ProblemCode.LIMIT_EXCEEDED && problem.path().isEmpty();
  }

  /** The tree with no more than what says which object it is. */
  private MappingNode nameOf(Map<String, ?> tree) {
    Map<String, Object> named = texts(tree, "apiVersion", "kind");
    if (tree.get("metadata") instanceof Map<?, ?> metadata) {
      named.put("metadata", texts(metadata, "namespace", "name"));
    }
    return TreeNodes.of(named, TreeLimits.of(limits), newProblems(problem -> {})).root();
  }

  private static Map<String, Object> texts(Map<?, ?> of, String... keys) {
    Map<String, Object> texts = new LinkedHashMap<>();
    for (String key : keys) {
      if (of.get(key) instanceof String text) {
        texts.put(key, text);
      }
    }
    return texts;
  }

  private static boolean isIn(RootObject object, Problem problem) {
    return FieldPath.inside(object.place(), problem.path()).isPresent();
  }

  /** Of an item that is no value at all, it need not be said that it is no object. */
  private static boolean isNew(Problem problem, List<Problem> known) {
    return known.stream().noneMatch(other -> other.path().equals(problem.path()));
  }

  private StoredObject read(RootObject object, AppliedObjects applied, long characters) {
    ObjectIdentity identity = ObjectIdentity.of(object);
    return before
        .apply(identity.key())
        .filter(known -> known.isVersion(identity) && !applied.has(identity.key()))
        .orElseGet(
            () -> {
              BoundedProblems found = BoundedProblems.ofObject(limits.problems());
              ReadObject read = reader.read(NOWHERE, object, applied::isTaken, withoutPlace(found));
              return new StoredObject(identity, read, found.all(), characters);
            });
  }

  private static StoredObject refused(RootObject object, List<Problem> problems, long characters) {
    ObjectIdentity identity = ObjectIdentity.of(object);
    ObjectKey key = identity.key();
    ConfigKey name = new ConfigKey(key.kind(), key.namespace(), key.name());
    return new StoredObject(
        identity,
        ReadObject.without(
            Optional.of(
                InactiveObjectReader.ofNoKind(identity.apiVersion(), key.kind(), object.node())),
            Optional.empty()),
        problems.stream()
            .map(
                each ->
                    each.toBuilder()
                        .object(name)
                        .path(FieldPath.inside(object.place(), each.path()).orElse(""))
                        .build())
            .collect(toImmutableList()),
        characters);
  }

  private static NodeProblems newProblems(ProblemSink sink) {
    return new NodeProblems("", 1, withoutPlace(sink));
  }

  private static ProblemSink withoutPlace(ProblemSink sink) {
    return problem -> sink.report(problem.toBuilder().location(Optional.empty()).build());
  }
}
