// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.LoadResult;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rutter validate}: prints what is wrong with each document. */
@Command(
    name = "validate",
    description = "Prints the problems of each document; with notes, also what has no effect.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final InputStream in;
  private final PrintWriter out;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), json or github (workflow commands).")
  private ProblemFormat format = ProblemFormat.TEXT;

  @Option(names = "--notes", description = "Notes as well. Default: errors and warnings.")
  private boolean notes;

  ValidateCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() {
    LoadResult input = InputFiles.load(inputs, in);
    ImmutableList<Problem> printed =
        input.problems().stream()
            .filter(problem -> notes || problem.severity() != Severity.NOTE)
            .collect(ImmutableList.toImmutableList());
    ProblemPrinter.print(printed, format, out);
    return input.hasErrors() ? Rutter.INPUT_HAS_ERRORS : 0;
  }
}
