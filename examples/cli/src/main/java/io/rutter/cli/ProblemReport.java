// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of commands of which problems are the output, and that output. */
final class ProblemReport {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (the default), json, github (workflow commands), sarif (code scanning) or junit.")
  private ProblemFormat format = ProblemFormat.TEXT;

  @Option(names = "--notes", description = "Notes as well. Default: errors and warnings.")
  private boolean notes;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto (the default: on a terminal, unless NO_COLOR is set), always or never.")
  private ColorChoice color = ColorChoice.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "No summary on standard error.")
  private boolean quiet;

  /** Prints what is wanted of these problems; the status is that of all of them. */
  int print(String command, JudgedProblems judged, PrintWriter out, PrintWriter err) {
    ImmutableList<Problem> shown = judged.shown(notes);
    switch (format) {
      case TEXT -> printText(shown, out);
      case JSON -> out.println(ProblemJson.print(shown));
      case GITHUB -> WorkflowCommands.print(shown, out);
      case SARIF -> out.println(SarifLog.print(shown));
      case JUNIT -> out.print(JunitReport.ofProblems(command, shown, judged::fails));
    }
    if (!quiet) {
      out.flush(); // The summary comes last where both go to one terminal.
      err.println("rutter: " + summary(judged, shown));
    }
    return judged.status();
  }

  private void printText(ImmutableList<Problem> problems, PrintWriter out) {
    boolean colored = color.isOn();
    for (Problem problem : problems) {
      out.println(colored ? ProblemText.colored(problem) : problem.toString());
    }
  }

  private static String summary(JudgedProblems judged, ImmutableList<Problem> shown) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = count(judged.problems(), severity);
      if (count > 0) {
        boolean isHidden = count(shown, severity) == 0;
        parts.add(
            count
                + " "
                + SeverityNames.of(severity)
                + (count == 1 ? "" : "s")
                + (isHidden ? " (--notes shows them)" : ""));
      }
    }
    if (parts.isEmpty()) {
      parts.add("no problems");
    }
    if (judged.suppressed() > 0) {
      parts.add(judged.suppressed() + " suppressed");
    }
    return String.join(", ", parts);
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }
}
