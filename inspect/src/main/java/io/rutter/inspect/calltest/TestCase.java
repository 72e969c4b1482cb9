// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import io.rutter.model.problem.SourceLocation;

/** A test of where calls end, in one of the forms that test files have. */
public sealed interface TestCase permits CallCase, ConfigValidatorCase, RouterCheckCase {
  /** What the test shows. */
  String name();

  /** Where it starts. */
  SourceLocation location();
}
