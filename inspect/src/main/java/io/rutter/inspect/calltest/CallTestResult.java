// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.common.collect.ImmutableList;

/**
 * The result of a test.
 *
 * @param test the test
 * @param calls the number of calls it made
 * @param failures differences from what is expected, each as {@code cluster: blue (expected:
 *     green)}; empty if it passed
 */
public record CallTestResult(TestCase test, int calls, ImmutableList<String> failures) {
  /** Whether everything is as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
