// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.yaml.LoadResult;

/** What was asked for cannot be done with this input; the message says why. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }

  /**
   * The command names something that the input does not have. In an input with errors it may stand
   * in what was refused, so that the input is to blame and not the command.
   */
  static RuntimeException notIn(LoadResult input, String message) {
    return input.hasErrors() ? new InputException(message) : new UsageException(message);
  }
}
