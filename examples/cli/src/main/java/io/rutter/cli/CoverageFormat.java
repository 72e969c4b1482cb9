// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** How coverage is written. */
enum CoverageFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON,
  /** For genhtml and services that read lcov's form. */
  LCOV,
  /** Cobertura's XML. */
  COBERTURA
}
