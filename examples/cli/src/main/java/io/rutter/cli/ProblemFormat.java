// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** The forms in which problems are printed. */
enum ProblemFormat {
  /** As compilers do: {@code file:line:column: error: ...}. */
  TEXT,
  /** A list of objects. */
  JSON,
  /** Commands of GitHub's workflows, which show problems beside the lines of a change. */
  GITHUB,
  /** SARIF 2.1.0, which code scanning and editors read. */
  SARIF,
  /** JUnit's XML, which CI servers show among their tests. */
  JUNIT
}
