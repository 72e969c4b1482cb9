// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

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

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER|-",
      description = "YAML files, folders of them, or - for standard input.")
  private List<String> inputs = List.of();

  @Mixin private ProblemReport report = new ProblemReport();

  ValidateCommand(InputStream in, PrintWriter out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() {
    return report.print(InputFiles.load(inputs, in).problems(), out);
  }
}
