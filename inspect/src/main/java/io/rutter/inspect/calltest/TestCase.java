// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import io.rutter.model.problem.SourceLocation;

/** A test of where calls end, in one of the forms of test files. */
public sealed interface TestCase permits CallCase, ConfigValidatorCase, RouterCheckCase {
  /** The name of the test. */
  String name();

  /** Its position. */
  SourceLocation location();
}
