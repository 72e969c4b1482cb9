// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.base.Strings;
import io.rutter.model.problem.ProblemCode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rutter codes}: what problems mean and how they are mended. */
@Command(
    name = "codes",
    description = "Lists the codes of problems, or says what a code means and how to mend it.",
    mixinStandardHelpOptions = true)
final class CodesCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Parameters(
      arity = "0..*",
      paramLabel = "CODE",
      completionCandidates = CodeNames.class,
      description = "Codes, for example unknown-host. Default: a list of all.")
  private List<String> codes = List.of();

  @Mixin final ExitStatus exitStatus = new ExitStatus();

  CodesCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    ProblemGuide guide = ProblemGuide.read();
    if (codes.isEmpty()) {
      list(guide);
    }
    List<ProblemCode> known = codes.stream().map(CodesCommand::find).toList();
    for (ProblemCode code : known) {
      out.println(code.id());
      out.println();
      out.println(guide.section(code).text());
    }
    return 0;
  }

  private static ProblemCode find(String id) {
    return ProblemCode.of(id)
        .orElseThrow(
            () ->
                new UsageException(
                    "CODE: "
                        + id
                        + " (expected: "
                        + ProblemPattern.expectedCode(id).orElse("a code without *")
                        + ")"));
  }

  private void list(ProblemGuide guide) {
    List<ProblemCode> all = Arrays.asList(ProblemCode.values());
    int width = all.stream().mapToInt(code -> code.id().length()).max().orElse(0);
    for (ProblemCode code : all) {
      out.println(Strings.padEnd(code.id(), width + 2, ' ') + guide.section(code).summary());
    }
  }
}
