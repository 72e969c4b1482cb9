// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.SourceLocation;
import java.io.File;
import java.util.List;

/**
 * The problems of a case as its {@code problems.txt} has them: the same on each machine, and
 * without the documents and files of the shared mesh that are not for Envoy, of which there are
 * many.
 *
 * @param inputs the files of the case itself
 */
record ShownProblems(ImmutableList<CaseInput> inputs) {
  private static final ImmutableSet<ProblemCode> OF_OTHERS =
      ImmutableSet.of(ProblemCode.IGNORED_KIND, ProblemCode.IGNORED_DOCUMENT);

  /** A line for each problem. */
  String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      if (!OF_OTHERS.contains(problem.code()) || isOfCase(problem)) {
        text.append(
                problem.toBuilder()
                    .location(problem.location().map(ShownProblems::withSlashes))
                    .build())
            .append('\n');
      }
    }
    return text.toString();
  }

  private boolean isOfCase(Problem problem) {
    return problem.location().isEmpty()
        || inputs.stream().anyMatch(input -> problem.location().get().file().equals(input.name()));
  }

  private static SourceLocation withSlashes(SourceLocation at) {
    return new SourceLocation(at.file().replace(File.separatorChar, '/'), at.line(), at.column());
  }
}
