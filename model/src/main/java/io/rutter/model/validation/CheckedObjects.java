// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import java.util.HashSet;
import java.util.Set;

/**
 * The objects of one kind, each checked. Of two objects with one identity the first that is right
 * counts. Immutable.
 */
final class CheckedObjects<T> {
  private final SnapshotKind<T> kind;
  private final ImmutableList<T> given;

  /** The problems of each of {@link #given}, taken alone. */
  private final ImmutableList<ImmutableList<Problem>> found;

  private final ImmutableList<T> kept;
  private final ImmutableList<Problem> problems;

  private CheckedObjects(
      SnapshotKind<T> kind, ImmutableList<T> given, ImmutableList<ImmutableList<Problem>> found) {
    this.kind = kind;
    this.given = given;
    this.found = found;
    ImmutableList.Builder<T> right = ImmutableList.builderWithExpectedSize(given.size());
    ImmutableList.Builder<Problem> all = ImmutableList.builder();
    Set<Object> identities = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      T object = given.get(i);
      all.addAll(found.get(i));
      if (hasErrors(found.get(i))) {
        continue;
      }
      if (identities.add(kind.identity().apply(object))) {
        right.add(object);
      } else {
        new Findings(kind.objects().key().apply(object), "metadata.name", all::add)
            .duplicate("also defined before, which counts (expected: one object of a name)");
      }
    }
    ImmutableList<T> rightOnes = right.build();
    this.kept = rightOnes.size() == given.size() ? given : rightOnes;
    this.problems = all.build();
  }

  /** No objects. */
  static <T> CheckedObjects<T> none(SnapshotKind<T> kind) {
    return new CheckedObjects<>(kind, ImmutableList.of(), ImmutableList.of());
  }

  /**
   * Checks the objects of a mesh. Objects at the beginning and at the end of the list that are the
   * same as before are not checked again.
   */
  @SuppressWarnings("ReferenceEquality") // Only saves work: identical objects are equal.
  CheckedObjects<T> of(MeshSnapshot mesh) {
    ImmutableList<T> next = kind.objects().list().apply(mesh);
    if (next == given) {
      return this;
    }
    ListDifference<T> difference = ListDifference.of(given, next);
    int end = difference.start() + difference.before().size();
    ImmutableList.Builder<ImmutableList<Problem>> nextFound =
        ImmutableList.builderWithExpectedSize(next.size());
    nextFound.addAll(found.subList(0, difference.start()));
    difference.after().forEach(object -> nextFound.add(kind.rules().apply(object)));
    nextFound.addAll(found.subList(end, found.size()));
    return new CheckedObjects<>(kind, next, nextFound.build());
  }

  private static boolean hasErrors(ImmutableList<Problem> problems) {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /** The valid objects; the given list itself if all are valid. */
  ImmutableList<T> kept() {
    return kept;
  }

  /** The problems, in the order of the objects. */
  ImmutableList<Problem> problems() {
    return problems;
  }

  /** Puts the objects that are right into a mesh. */
  void into(MeshSnapshot.Builder mesh) {
    kind.objects().setter().accept(mesh, kept);
  }

  /** Whether all objects are right. */
  @SuppressWarnings("ReferenceEquality") // What is whole is kept as it was given.
  boolean isWhole() {
    return kept == given;
  }
}
