// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.SourceMap;
import io.rutter.yaml.internal.InputOrder;
import io.rutter.yaml.internal.MadeMesh;

/**
 * What an {@link ObjectStore} held at one moment. It depends only on the objects, not on the order
 * in which they came. What is seldom asked for is put together when it is. Safe for use by several
 * threads.
 */
public final class StoredMesh {
  private final MadeMesh made;

  StoredMesh(MadeMesh made) {
    this.made = made;
  }

  /** Whether it is this mesh. */
  @SuppressWarnings("ReferenceEquality") // The store makes another one when something changes.
  boolean is(MadeMesh other) {
    return made == other;
  }

  /**
   * The mesh, without the objects that have an error; its lists are in the order of {@link
   * ObjectKey}.
   */
  public MeshSnapshot snapshot() {
    return made.snapshot();
  }

  /**
   * What is wrong with each object, those that are left out included, by itself and together with
   * others; in the order of {@link ObjectKey}.
   */
  public ImmutableListMultimap<ObjectKey, Problem> problems() {
    return made.problems().byObject();
  }

  /** What belongs to no object: texts that are not YAML, for example. */
  public ImmutableList<Problem> otherProblems() {
    return made.problems().others();
  }

  /** Where the objects that came as text stand; of others it knows nothing. */
  public SourceMap sources() {
    return made.sources();
  }

  /** What the annotations of objects say, as in {@link LoadResult#suppressedCodes}. */
  public ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return made.suppressedCodes().get();
  }

  /**
   * The same for those who take what {@link YamlLoader} reads. Problems with a position come first,
   * by file, line and column; then those without, by object.
   */
  public LoadResult loadResult() {
    ImmutableList<Problem> all =
        ImmutableList.<Problem>builder()
            .addAll(otherProblems())
            .addAll(problems().values())
            .build();
    ImmutableList<String> files =
        all.stream()
            .flatMap(problem -> problem.location().stream())
            .map(SourceLocation::file)
            .distinct()
            .sorted()
            .collect(toImmutableList());
    return new LoadResult(snapshot(), all, sources(), suppressedCodes(), new InputOrder(files));
  }
}
