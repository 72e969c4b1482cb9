// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

import io.rutter.inspect.internal.diff.report.DiffJson;
import io.rutter.inspect.internal.diff.report.DiffMarkdown;
import io.rutter.inspect.internal.diff.report.DiffText;

/** Prints what a change does, for people and for tools. */
public final class MeshDiffReport {
  private MeshDiffReport() {}

  /**
   * A readable text: a summary in the first line, then behaviour, proxies, resources and findings.
   * Its layout may change.
   */
  public static String text(MeshDiff diff) {
    return DiffText.print(diff);
  }

  /** All of it as JSON: fields have the names of {@link MeshDiff}, lists are always there. */
  public static String json(MeshDiff diff) {
    return DiffJson.print(diff);
  }

  /**
   * A comment on a pull request, in the Markdown of GitHub and GitLab: a summary and what changes
   * for calls, then details that are folded. At most 30 entries of each list, and below 65,536
   * characters but for very long names; it says how many more there are.
   */
  public static String markdown(MeshDiff diff) {
    return DiffMarkdown.print(diff);
  }
}
