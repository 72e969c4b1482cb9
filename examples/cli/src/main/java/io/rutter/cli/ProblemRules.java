// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import io.rutter.yaml.LoadResult;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What users have decided about problems: which of them count, and how much.
 *
 * @param failOn the least severity that fails
 * @param suppressions what is not shown and does not fail
 * @param severities other severities; of those that match the last one counts
 */
record ProblemRules(
    Severity failOn,
    ImmutableList<Suppression> suppressions,
    ImmutableList<SeverityRule> severities) {

  private static final String ANNOTATION = "metadata.annotations[\"rutter.io/suppress\"]";

  /** Applies them, and the annotations of an input, to problems of it. */
  JudgedProblems judge(Collection<Problem> problems, LoadResult input) {
    Set<Suppression> used = new HashSet<>();
    Set<Map.Entry<ConfigKey, ProblemCode>> usedAnnotations = new HashSet<>();
    ImmutableList.Builder<Problem> kept = ImmutableList.builder();
    int suppressed = 0;
    for (Problem problem : problems) {
      boolean isKept = true;
      for (Suppression suppression : suppressions) {
        if (suppression.matches(problem)) {
          used.add(suppression);
          isKept = false;
        }
      }
      if (problem.object().isPresent()
          && input.suppressedCodes().containsEntry(problem.object().get(), problem.code())) {
        usedAnnotations.add(Map.entry(problem.object().get(), problem.code()));
        isKept = false;
      }
      if (isKept) {
        kept.add(withSeverity(problem));
      } else {
        suppressed++;
      }
    }
    return new JudgedProblems(
        kept.build(),
        suppressed,
        suppressions.stream()
            .filter(suppression -> !used.contains(suppression))
            .collect(ImmutableList.toImmutableList()),
        unusedAnnotations(usedAnnotations, input),
        failOn);
  }

  private Problem withSeverity(Problem problem) {
    Problem result = problem;
    for (SeverityRule rule : severities) {
      result = rule.apply(result);
    }
    return result;
  }

  /** An object that others are made of has its annotation for all of them; one use is enough. */
  private static ImmutableList<Suppression> unusedAnnotations(
      Set<Map.Entry<ConfigKey, ProblemCode>> used, LoadResult input) {
    SetMultimap<String, ProblemCode> unused = LinkedHashMultimap.create();
    input.suppressedCodes().forEach((object, code) -> unused.put(place(object, input), code));
    for (Map.Entry<ConfigKey, ProblemCode> entry : used) {
      unused.remove(place(entry.getKey(), input), entry.getValue());
    }
    ImmutableList.Builder<Suppression> all = ImmutableList.builder();
    unused.forEach(
        (place, code) -> all.add(new Suppression(ProblemPattern.parse(code.id()), place)));
    return all.build();
  }

  private static String place(ConfigKey object, LoadResult input) {
    return input
        .sources()
        .locate(object, ANNOTATION)
        .map(location -> location + ": rutter.io/suppress")
        .orElseGet(() -> object + ": rutter.io/suppress");
  }
}
