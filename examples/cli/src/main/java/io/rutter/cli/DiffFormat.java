// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.MeshDiffReport;

/** How a difference is written; the names are what {@code --format} takes, in lower case. */
enum DiffFormat {
  /** For people. */
  TEXT,
  /** For tools. */
  JSON,
  /** A comment on a pull request. */
  MARKDOWN;

  /** The whole report, with a line end. */
  String print(MeshDiff diff) {
    return switch (this) {
      case TEXT -> MeshDiffReport.text(diff);
      case JSON -> MeshDiffReport.json(diff) + "\n";
      case MARKDOWN -> MeshDiffReport.markdown(diff);
    };
  }
}
