// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.report;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.rutter.inspect.Origin;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.FieldDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.ResourceDifference;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.VisibleText;
import java.util.List;

/**
 * A difference as a comment on a pull request: what changes for calls first, all else folded. What
 * comes from the input is in spans of code, in which it is neither markup nor a mention of
 * somebody. A long comment is cut off, since forges refuse comments above 65,536 characters.
 */
public final class DiffMarkdown {
  /** So many differences are listed before a comment says how many more there are. */
  private static final int SHOWN = 30;

  private static final int MOST = 60_000;

  private final StringBuilder text = new StringBuilder();

  private DiffMarkdown() {}

  public static String print(MeshDiff diff) {
    DiffMarkdown printer = new DiffMarkdown();
    printer.text.append("### Mesh: ").append(DiffWords.summary(diff)).append("\n");
    printer.behaviours(diff.behaviours());
    if (!diff.boundedTargets().isEmpty()) {
      printer.text.append(
          "\nNot all requests were looked at, there are too many different ones, to ");
      printer.codes(diff.boundedTargets()).append(".\n");
    }
    printer.proxies("New proxies", diff.addedProxies());
    printer.proxies("Proxies that are gone", diff.removedProxies());
    printer.findings("New findings", diff.newFindings());
    printer.findings("Findings that are gone", diff.goneFindings());
    printer.resources(diff.resources());
    return printer.text.toString();
  }

  private void behaviours(List<BehaviourDifference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    text.append('\n');
    for (BehaviourDifference difference : shown(differences)) {
      text.append("- ");
      code(DiffWords.calls(difference)).append('\n');
      for (AspectDifference change : difference.changes()) {
        text.append("  - ").append(change.aspect().words()).append(": ");
        code(change.after()).append(" (before: ");
        code(change.before()).append(")\n");
      }
    }
    more(differences);
    open("Which proxies, because of what, with examples");
    for (BehaviourDifference difference : shown(differences)) {
      text.append("- ");
      code(DiffWords.calls(difference)).append('\n');
      item(DiffWords.proxies(difference));
      causes("because of", difference.causesAfter());
      if (!difference.causesAfter().equals(difference.causesBefore())) {
        causes("before because of", difference.causesBefore());
      }
      item("for example " + DiffWords.example(difference.example()));
    }
    close();
  }

  private void causes(String words, ImmutableList<Origin> causes) {
    if (!causes.isEmpty()) {
      item(words + " " + DiffWords.causes(causes));
    }
  }

  private void item(String content) {
    text.append("  - ");
    code(content).append('\n');
  }

  private void proxies(String title, ImmutableList<String> proxies) {
    if (!proxies.isEmpty()) {
      text.append("\n").append(title).append(": ");
      codes(proxies).append('\n');
    }
  }

  private void findings(String title, ImmutableList<Problem> findings) {
    if (findings.isEmpty()) {
      return;
    }
    open(findings.size() + " " + title.toLowerCase(java.util.Locale.ROOT));
    for (Problem finding : shown(findings)) {
      text.append("- ");
      code(finding.toString()).append('\n');
    }
    more(findings);
    close();
  }

  private void resources(ImmutableList<ResourceDifference> resources) {
    if (resources.isEmpty()) {
      return;
    }
    open(resources.size() + (resources.size() == 1 ? " changed resource" : " changed resources"));
    for (ResourceDifference difference : shown(resources)) {
      text.append("- ");
      code(DiffWords.resource(difference) + " of " + DiffWords.few(difference.proxies()))
          .append('\n');
      for (FieldDifference field : shown(difference.fields())) {
        item(field.toString());
      }
    }
    more(resources);
    close();
  }

  private <T> List<T> shown(List<T> all) {
    return text.length() > MOST ? all.subList(0, 0) : all.subList(0, Math.min(SHOWN, all.size()));
  }

  private void more(List<?> all) {
    int left = all.size() - shown(all).size();
    if (left > 0) {
      text.append("- and ").append(left).append(" more\n");
    }
  }

  private void open(String summary) {
    text.append("\n<details><summary>").append(summary).append("</summary>\n\n");
  }

  private void close() {
    text.append("\n</details>\n");
  }

  private StringBuilder codes(List<String> contents) {
    for (int i = 0; i < contents.size(); i++) {
      if (i > 0) {
        text.append(", ");
      }
      code(contents.get(i));
    }
    return text;
  }

  /** A span of code, between more backquotes than are in it in a row. */
  @CanIgnoreReturnValue
  private StringBuilder code(String content) {
    String visible = VisibleText.of(content);
    String fence = "`";
    while (visible.contains(fence)) {
      fence += "`";
    }
    String space = visible.startsWith("`") || visible.endsWith("`") ? " " : "";
    return text.append(fence).append(space).append(visible).append(space).append(fence);
  }
}
