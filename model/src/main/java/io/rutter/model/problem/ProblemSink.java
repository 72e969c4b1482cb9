// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

/** Takes problems as they are found. */
@FunctionalInterface
public interface ProblemSink {
  /** Takes one problem. */
  void report(Problem problem);
}
