// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.yaml.internal.text.TextDocument;

/**
 * Says what is the matter with the templates of a chart: they are not YAML, and what they stand for
 * would be lost if they were passed over.
 */
final class TemplateHint {
  private TemplateHint() {}

  /** The problem, with a hint where the text is a template. */
  static Problem addTo(Problem problem, TextDocument document) {
    boolean isTemplate =
        problem.code() == ProblemCode.MALFORMED_YAML && document.text().contains("{{");
    return isTemplate
        ? problem.toBuilder()
            .message(problem.message() + "; {{ is of a template, which must be rendered before")
            .build()
        : problem;
  }
}
