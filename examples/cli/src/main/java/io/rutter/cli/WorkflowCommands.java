// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.problem.VisibleText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Commands of GitHub's workflows, which show messages beside the lines of a change. */
final class WorkflowCommands {
  /** GitHub document: Workflow commands. */
  private static final Escaper MESSAGE =
      Escapers.builder()
          .addEscape('%', "%25")
          .addEscape('\r', "%0D")
          .addEscape('\n', "%0A")
          .build();

  private static final Escaper PROPERTY =
      Escapers.builder()
          .addEscape('%', "%25")
          .addEscape('\r', "%0D")
          .addEscape('\n', "%0A")
          .addEscape(':', "%3A")
          .addEscape(',', "%2C")
          .build();

  private WorkflowCommands() {}

  static void print(List<Problem> problems, PrintWriter out) {
    for (Problem problem : problems) {
      String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
      out.println(
          command(
              problem.severity(),
              problem.location(),
              problem.code().id(),
              path + problem.message()));
    }
  }

  /** The command for one message. */
  static String command(
      Severity severity, Optional<SourceLocation> location, String title, String message) {
    String place =
        location
            .map(
                at ->
                    "file="
                        + PROPERTY.escape(VisibleText.of(ReportedFile.of(at.file())))
                        + ",line="
                        + at.line()
                        + ",col="
                        + at.column()
                        + ",")
            .orElse("");
    return "::"
        + (severity == Severity.NOTE ? "notice" : SeverityNames.of(severity))
        + " "
        + place
        + "title="
        + PROPERTY.escape(VisibleText.of(title))
        + "::"
        + MESSAGE.escape(VisibleText.of(message));
  }
}
