// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import org.yaml.snakeyaml.error.Mark;

/** Ends the composing of a document that exceeds a bound; never leaves this package. */
final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Mark mark;
  private final String problem;

  /**
   * A bound is exceeded.
   *
   * @param mark where
   * @param problem what was found and expected
   */
  TooLargeException(Mark mark, String problem) {
    super(problem, null, false, false);
    this.mark = mark;
    this.problem = problem;
  }

  Mark mark() {
    return mark;
  }

  String problem() {
    return problem;
  }
}
