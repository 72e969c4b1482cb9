// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.report;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Origin;
import io.rutter.inspect.diff.AspectDifference;
import io.rutter.inspect.diff.BehaviourDifference;
import io.rutter.inspect.diff.FieldDifference;
import io.rutter.inspect.diff.MeshDiff;
import io.rutter.inspect.diff.ResourceDifference;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.VisibleText;

/** A difference for people. */
public final class DiffText {
  private final StringBuilder text = new StringBuilder();

  private DiffText() {}

  public static String print(MeshDiff diff) {
    DiffText printer = new DiffText();
    printer.line(0, DiffWords.summary(diff));
    printer.behaviours(diff);
    printer.proxies(diff);
    printer.resources(diff);
    printer.findings("New findings", diff.newFindings());
    printer.findings("Findings that are gone", diff.goneFindings());
    return printer.text.toString();
  }

  private void line(int level, String content) {
    text.append(DiffWords.indent(level, VisibleText.of(content))).append('\n');
  }

  private void title(String title) {
    text.append('\n');
    line(0, title);
  }

  private void behaviours(MeshDiff diff) {
    if (!diff.behaviours().isEmpty()) {
      title("Behaviour");
    }
    for (BehaviourDifference difference : diff.behaviours()) {
      line(1, DiffWords.calls(difference));
      line(2, DiffWords.proxies(difference));
      for (AspectDifference change : difference.changes()) {
        line(2, DiffWords.change(change));
      }
      causes("because of ", difference.causesAfter());
      if (!difference.causesBefore().equals(difference.causesAfter())) {
        causes("before because of ", difference.causesBefore());
      }
      line(2, "for example " + DiffWords.example(difference.example()));
    }
    if (!diff.boundedTargets().isEmpty()) {
      title("Not all requests were looked at, there are too many different ones, to");
      line(1, String.join(", ", diff.boundedTargets()));
    }
  }

  private void causes(String words, ImmutableList<Origin> causes) {
    if (!causes.isEmpty()) {
      line(2, words + DiffWords.causes(causes));
    }
  }

  private void proxies(MeshDiff diff) {
    if (!diff.addedProxies().isEmpty()) {
      title("New proxies: " + String.join(", ", diff.addedProxies()));
    }
    if (!diff.removedProxies().isEmpty()) {
      title("Proxies that are gone: " + String.join(", ", diff.removedProxies()));
    }
  }

  private void resources(MeshDiff diff) {
    if (!diff.resources().isEmpty()) {
      title("Resources");
    }
    for (ResourceDifference difference : diff.resources()) {
      line(1, DiffWords.resource(difference) + " of " + DiffWords.few(difference.proxies()));
      for (FieldDifference field : difference.fields()) {
        line(2, field.toString());
      }
    }
  }

  private void findings(String name, ImmutableList<Problem> findings) {
    if (!findings.isEmpty()) {
      title(name);
    }
    findings.forEach(finding -> line(1, finding.toString()));
  }
}
