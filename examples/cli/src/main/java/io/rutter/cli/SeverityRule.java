// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;

/**
 * Problems that are worse, or less bad, for these users than for most.
 *
 * @param pattern which
 * @param severity how bad they are
 */
record SeverityRule(ProblemPattern pattern, Severity severity) {
  /** What {@code --strict} means: a field that there is not is a mistake of its author. */
  static final SeverityRule STRICT =
      new SeverityRule(ProblemPattern.parse(ProblemCode.UNKNOWN_FIELD.id()), Severity.ERROR);

  Problem apply(Problem problem) {
    return pattern.matches(problem) ? problem.toBuilder().severity(severity).build() : problem;
  }
}
