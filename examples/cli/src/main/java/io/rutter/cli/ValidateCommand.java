// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.yaml.LoadResult;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rutter validate}: prints what is wrong with each document. */
@Command(
    name = "validate",
    description = "Prints the problems of each document; with notes, also what has no effect.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input.")
  private List<String> inputs = List.of();

  @Mixin private ProblemReport report = new ProblemReport();
  @Mixin private StandardInput standardInput = new StandardInput();
  @Mixin private ProblemPolicy policy = new ProblemPolicy();
  @Mixin final ExitStatus exitStatus = new ExitStatus();

  ValidateCommand(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    ProblemRules rules = policy.rules();
    LoadResult input = InputFiles.load(inputs, standardInput, in, err);
    JudgedProblems judged = rules.judge(input.problems(), input);
    // Other suppressions may be for what analyze finds.
    judged.printUnused(Suppression::isOfCommandLine, err);
    return report.print("validate", judged, out, err);
  }
}
