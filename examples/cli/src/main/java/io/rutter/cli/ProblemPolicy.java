// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.problem.Severity;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which problems count, and how much. */
final class ProblemPolicy {
  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      completionCandidates = SeverityNames.class,
      description =
          "The exit status is 1 from this severity on: error (the default), warning or note.")
  private Optional<Severity> failOn = Optional.empty();

  @Mixin private ProblemAdjustments adjustments = new ProblemAdjustments();

  /** The rules of the command line, then those of the file. */
  ProblemRules rules() {
    return adjustments.rules(failOn);
  }
}
