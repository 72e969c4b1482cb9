// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;

/** Thrown by {@link LoadResult#orThrow} for an input with errors. */
public final class YamlLoadException extends RuntimeException {
  private final transient ImmutableList<Problem> problems;

  YamlLoadException(ImmutableList<Problem> problems) {
    super(
        Joiner.on('\n')
            .join(problems.stream().filter(p -> p.severity() == Severity.ERROR).iterator()));
    this.problems = problems;
  }

  /** All problems of the input, the errors among them. */
  public ImmutableList<Problem> problems() {
    return problems;
  }
}
