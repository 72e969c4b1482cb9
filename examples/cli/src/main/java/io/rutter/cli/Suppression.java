// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.model.problem.Problem;

/**
 * Problems that nobody wants to see.
 *
 * @param pattern which
 * @param origin where that is said, for messages
 */
record Suppression(ProblemPattern pattern, String origin) {
  /** The origin of those of the command line. */
  static final String OPTION = "rutter: --suppress";

  /** Whether the command line has it, and not something that other commands read too. */
  boolean isOfCommandLine() {
    return origin.equals(OPTION);
  }

  boolean matches(Problem problem) {
    return pattern.matches(problem);
  }
}
