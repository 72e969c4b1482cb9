// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

/** Options that do not go together. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong and what was expected. */
  public UsageException(String message) {
    super(message);
  }
}
