// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Objects.requireNonNull;

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

/**
 * What an {@link ObjectStore} held at one moment. It depends only on the objects, not on the order
 * in which they came.
 *
 * @param snapshot the mesh, without the objects that have an error; its lists are in the order of
 *     {@link ObjectKey}
 * @param problems what is wrong with each object, those that are left out included, by itself and
 *     together with others; in the order of {@link ObjectKey}
 * @param otherProblems what belongs to no object: texts that are not YAML, for example
 * @param sources where the objects that came as text stand; of others it knows nothing
 * @param suppressedCodes what the annotations of objects say, as in {@link
 *     LoadResult#suppressedCodes}
 */
public record StoredMesh(
    MeshSnapshot snapshot,
    ImmutableListMultimap<ObjectKey, Problem> problems,
    ImmutableList<Problem> otherProblems,
    SourceMap sources,
    ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes) {
  /** Checks that nothing is null. */
  public StoredMesh {
    requireNonNull(snapshot, "snapshot");
    requireNonNull(problems, "problems");
    requireNonNull(otherProblems, "otherProblems");
    requireNonNull(sources, "sources");
    requireNonNull(suppressedCodes, "suppressedCodes");
  }

  /**
   * The same for those who take what {@link YamlLoader} reads. Problems with a position come first,
   * by file, line and column; then those without, by object.
   */
  public LoadResult loadResult() {
    ImmutableList<Problem> all =
        ImmutableList.<Problem>builder().addAll(otherProblems).addAll(problems.values()).build();
    ImmutableList<String> files =
        all.stream()
            .flatMap(problem -> problem.location().stream())
            .map(SourceLocation::file)
            .distinct()
            .sorted()
            .collect(toImmutableList());
    return new LoadResult(snapshot, all, sources, suppressedCodes, new InputOrder(files));
  }
}
