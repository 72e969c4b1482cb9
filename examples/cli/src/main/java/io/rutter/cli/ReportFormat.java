// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

/** How a report is written. */
enum ReportFormat {
  /** For people. */
  TEXT,
  /** For tools. */
  JSON
}
