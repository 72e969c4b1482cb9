// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;

/** A problem on one line, coloured for a terminal. */
final class ProblemText {
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String FAINT = "\u001b[2m";

  private ProblemText() {}

  /** The line of {@link Problem#toString}, with nothing but colour added. */
  static String colored(Problem problem) {
    String line = problem.toString();
    int severity = problem.location().map(at -> at.toString().length() + 2).orElse(0);
    String name = SeverityNames.of(problem.severity());
    int code = line.lastIndexOf(" [");
    return (severity == 0 ? "" : BOLD + line.substring(0, severity) + RESET)
        + color(problem.severity())
        + name
        + RESET
        + line.substring(severity + name.length(), code)
        + FAINT
        + line.substring(code)
        + RESET;
  }

  private static String color(Severity severity) {
    return switch (severity) {
      case ERROR -> "\u001b[1;31m";
      case WARNING -> "\u001b[1;33m";
      case NOTE -> "\u001b[1;36m";
    };
  }
}
