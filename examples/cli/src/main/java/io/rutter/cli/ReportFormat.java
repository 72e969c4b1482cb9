// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** How a report is written. */
enum ReportFormat {
  /** For people. */
  TEXT,
  /** For tools. */
  JSON,
  /** Commands of GitHub's workflows, for tests that fail. */
  GITHUB,
  /** JUnit's XML, for tests. */
  JUNIT
}
