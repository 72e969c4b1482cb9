// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.VisibleText;
import java.io.PrintWriter;
import java.util.function.Predicate;

/**
 * Problems, as the rules of {@link ProblemRules} leave them.
 *
 * @param problems what is left, in the order of the input
 * @param suppressed how many are suppressed
 * @param unused suppressions of the command line or of a file that suppress nothing
 * @param unusedAnnotations annotations that suppress nothing
 * @param failOn the least severity that fails
 */
record JudgedProblems(
    ImmutableList<Problem> problems,
    int suppressed,
    ImmutableList<Suppression> unused,
    ImmutableList<Suppression> unusedAnnotations,
    Severity failOn) {

  /** Whether a problem fails the command. */
  boolean fails(Problem problem) {
    return problem.severity().compareTo(failOn) <= 0;
  }

  /** Those that fail the command. */
  ImmutableList<Problem> failures() {
    return problems.stream().filter(this::fails).collect(ImmutableList.toImmutableList());
  }

  /** The exit status. */
  int status() {
    return problems.stream().anyMatch(this::fails) ? Rutter.FAILED : 0;
  }

  /** What to show: notes only if they are asked for, or would fail unseen. */
  ImmutableList<Problem> shown(boolean notes) {
    return problems.stream()
        .filter(problem -> notes || problem.severity() != Severity.NOTE || fails(problem))
        .collect(ImmutableList.toImmutableList());
  }

  /** Prints the problems as compilers do, for commands of which they are not the output. */
  void print(PrintWriter err) {
    shown(false).forEach(err::println);
    printUnused(Suppression::isOfCommandLine, err);
  }

  /** Says which suppressions are of no use, so that they are not kept for ever. */
  void printUnused(Predicate<Suppression> told, PrintWriter err) {
    for (Suppression suppression : Iterables.concat(unused, unusedAnnotations)) {
      if (told.test(suppression)) {
        err.println(
            VisibleText.of(
                suppression.origin() + ": " + suppression.pattern() + " suppresses nothing"));
      }
    }
  }
}
