// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The options of commands of which problems are the output, and that output. */
final class ProblemReport {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or github (workflow commands).")
  private ProblemFormat format = ProblemFormat.TEXT;

  @Option(names = "--notes", description = "Notes as well. Default: errors and warnings.")
  private boolean notes;

  /** Prints what is wanted of these problems; the status is that of all of them. */
  int print(ImmutableList<Problem> problems, PrintWriter out) {
    ProblemPrinter.print(
        problems.stream()
            .filter(problem -> notes || problem.severity() != Severity.NOTE)
            .collect(ImmutableList.toImmutableList()),
        format,
        out);
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)
        ? Rutter.FAILED
        : 0;
  }
}
