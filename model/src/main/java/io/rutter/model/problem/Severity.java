// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.problem;

/** How bad a {@link Problem} is. */
public enum Severity {
  /** The object is skipped, or a part of it is lost. */
  ERROR,
  /** The object is translated, but probably not to what its author meant. */
  WARNING,
  /** Worth knowing; nothing is wrong. */
  NOTE
}
