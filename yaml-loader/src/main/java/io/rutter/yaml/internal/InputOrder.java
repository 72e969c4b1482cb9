// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts problems in the order of the input: by file, line and column; those without a place last.
 */
public final class InputOrder implements Comparator<Problem> {
  private final Map<String, Integer> files = new HashMap<>();

  public InputOrder(ImmutableList<String> fileNames) {
    for (String name : fileNames) {
      files.putIfAbsent(name, files.size());
    }
  }

  @Override
  public int compare(Problem left, Problem right) {
    return Comparator.comparingInt(this::file)
        .thenComparingInt(problem -> problem.location().map(SourceLocation::line).orElse(0))
        .thenComparingInt(problem -> problem.location().map(SourceLocation::column).orElse(0))
        .compare(left, right);
  }

  private int file(Problem problem) {
    return problem
        .location()
        .map(location -> files.getOrDefault(location.file(), files.size()))
        .orElse(Integer.MAX_VALUE);
  }
}
