// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.inspect.calltest.CallTestRunner;
import io.rutter.inspect.calltest.TestCase;

/** One test of {@link CallTestFiles}. */
public final class CallTestCase {
  private final TestCase test;
  private final CallTestRunner runner;

  CallTestCase(TestCase test, CallTestRunner runner) {
    this.test = test;
    this.runner = runner;
  }

  /** What it shows. */
  public String name() {
    return test.name();
  }

  /** The test itself. */
  public TestCase test() {
    return test;
  }

  /** Makes its calls. */
  public CallTestResult run() {
    return runner.run(test);
  }

  /**
   * Makes its calls and compares their end with what is expected.
   *
   * @throws AssertionError if something differs; the message says what, and where the test stands
   */
  public void verify() {
    CallTestResult result = run();
    if (!result.passed()) {
      throw new AssertionError(
          name() + " (" + test.location() + "):\n  " + String.join("\n  ", result.failures()));
    }
  }
}
