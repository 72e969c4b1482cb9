// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceMap;

/**
 * What was read: the objects that are right, and all problems. An object with an error is not part
 * of the snapshot.
 */
public final class LoadResult {
  private final MeshSnapshot snapshot;
  private final ImmutableList<Problem> problems;
  private final SourceMap sources;

  LoadResult(MeshSnapshot snapshot, ImmutableList<Problem> problems, SourceMap sources) {
    this.snapshot = snapshot;
    this.problems = problems;
    this.sources = sources;
  }

  /** The mesh. */
  public MeshSnapshot snapshot() {
    return snapshot;
  }

  /** The problems, in the order of the input. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Where the objects of the mesh, and the values in them, stand in the input. */
  public SourceMap sources() {
    return sources;
  }

  /** Whether a problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /**
   * The mesh, for callers who want all or nothing.
   *
   * @throws YamlLoadException if there is an error
   */
  public MeshSnapshot orThrow() {
    if (hasErrors()) {
      throw new YamlLoadException(problems);
    }
    return snapshot;
  }
}
