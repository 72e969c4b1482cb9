// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceMap;
import io.rutter.yaml.internal.InputOrder;
import java.util.Collection;

/**
 * What was read: the objects that are right, and all problems. An object with an error is not part
 * of the snapshot.
 */
public final class LoadResult {
  private final MeshSnapshot snapshot;
  private final ImmutableList<Problem> problems;
  private final SourceMap sources;
  private final ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes;
  private final InputOrder order;

  LoadResult(
      MeshSnapshot snapshot,
      ImmutableList<Problem> problems,
      SourceMap sources,
      ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes,
      InputOrder order) {
    this.snapshot = snapshot;
    this.problems = ImmutableList.sortedCopyOf(order, problems);
    this.sources = sources;
    this.suppressedCodes = suppressedCodes;
    this.order = order;
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

  /**
   * The codes that objects name in their annotation {@code rutter.io/suppress}, separated by
   * commas: problems that their authors know and accept. Objects that are left out have theirs too.
   * Nothing here applies them: it is for those who show problems, as the command does.
   */
  public ImmutableSetMultimap<ConfigKey, ProblemCode> suppressedCodes() {
    return suppressedCodes;
  }

  /** These problems and those of the input, with positions, in the order of the input. */
  public ImmutableList<Problem> problemsWith(Collection<Problem> more) {
    return sources.join(problems, more).stream().sorted(order).collect(toImmutableList());
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
