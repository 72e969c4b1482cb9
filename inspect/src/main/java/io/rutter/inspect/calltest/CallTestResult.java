// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.common.collect.ImmutableList;

/**
 * What a test showed.
 *
 * @param test the test
 * @param calls how many calls it made
 * @param failures what differs from what is expected, each as {@code cluster: blue (expected:
 *     green)}; none: it has passed
 */
public record CallTestResult(TestCase test, int calls, ImmutableList<String> failures) {
  /** Whether everything is as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
