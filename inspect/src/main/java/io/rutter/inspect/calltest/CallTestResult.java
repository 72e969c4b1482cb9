// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigValue;

/**
 * The result of a test.
 *
 * @param test the test
 * @param calls the number of calls it made
 * @param failures differences from what is expected, each as {@code cluster: blue (expected:
 *     green)}; empty if it passed
 * @param met the rules, matches, destinations and other values of the mesh that its calls took;
 *     empty for resources that Rutter did not translate
 */
public record CallTestResult(
    TestCase test, int calls, ImmutableList<String> failures, ImmutableSet<ConfigValue> met) {
  /** Whether everything is as expected. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
