// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.YamlLimits;
import io.rutter.yaml.internal.node.NodeProblems;
import io.rutter.yaml.internal.node.RootObject;
import io.rutter.yaml.internal.node.TreeLimits;
import io.rutter.yaml.internal.node.TreeNodes;
import io.rutter.yaml.internal.text.TextDocument;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
  ImmutableList<StoredObject> read(Map<String, ?> tree) {
    BoundedProblems found = new BoundedProblems(limits.problems());
    NodeProblems problems = new NodeProblems("", 1, withoutPlace(found));
    TreeNodes.Tree nodes = TreeNodes.of(tree, TreeLimits.of(limits), problems);
    if (problems.hasErrors()) {
      return ImmutableList.of(refused(nodes, found.all()));
    }
    ImmutableList<RootObject> objects = DocumentReader.objectsOf(nodes.root(), problems);
    ImmutableList.Builder<StoredObject> stored = ImmutableList.builder();
    if (problems.hasErrors()) {
      stored.add(refused(nodes, found.all()));
    }
    for (RootObject object : objects) {
      stored.add(read(object, nodes.characters() / objects.size()));
    }
    return stored.build();
  }

  private StoredObject read(RootObject object, long characters) {
    ObjectIdentity identity = ObjectIdentity.of(object);
    return before
        .apply(identity.key())
        .filter(known -> known.isVersion(identity))
        .orElseGet(
            () -> {
              BoundedProblems found = BoundedProblems.ofObject(limits.problems());
              ReadObject read = reader.read(NOWHERE, object, name -> false, withoutPlace(found));
              return new StoredObject(identity, read, found.all(), characters);
            });
  }

  private static StoredObject refused(TreeNodes.Tree tree, ImmutableList<Problem> problems) {
    ObjectIdentity identity = ObjectIdentity.of(tree.root(), Optional.empty());
    ObjectKey key = identity.key();
    ConfigKey name = new ConfigKey(key.kind(), key.namespace(), key.name());
    return new StoredObject(
        identity,
        ReadObject.without(
            Optional.of(
                InactiveObjectReader.ofNoKind(identity.apiVersion(), key.kind(), tree.root())),
            Optional.empty()),
        problems.stream()
            .map(each -> each.toBuilder().object(name).build())
            .collect(toImmutableList()),
        tree.characters());
  }

  private static ProblemSink withoutPlace(ProblemSink sink) {
    return problem -> sink.report(problem.toBuilder().location(Optional.empty()).build());
  }
}
