// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;

/**
 * The tests of test files.
 *
 * @param tests the tests, in the order of the files; a document with an error gives none
 * @param problems the problems of the files
 */
public record CallTests(ImmutableList<TestCase> tests, ImmutableList<Problem> problems) {
  /** Whether a problem is an error. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
