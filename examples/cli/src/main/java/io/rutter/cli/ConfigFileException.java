// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;

/** The file with the options of a folder is wrong, so that nobody knows what is wanted. */
final class ConfigFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ImmutableList<Problem> problems;

  ConfigFileException(ImmutableList<Problem> problems) {
    super("the configuration file has errors");
    this.problems = problems;
  }

  /** What is wrong. */
  ImmutableList<Problem> problems() {
    return problems;
  }
}
