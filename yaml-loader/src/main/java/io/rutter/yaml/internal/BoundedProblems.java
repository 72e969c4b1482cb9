// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a bounded number of problems, with messages of bounded length: an alias can put one long
 * string in many places, and each may be wrong.
 */
public final class BoundedProblems implements ProblemSink {
  private static final int LONGEST_TEXT = 2_000;

  private final int most;
  private final boolean isOfOneObject;
  private final List<Problem> kept = new ArrayList<>();

  private BoundedProblems(int most, boolean isOfOneObject) {
    this.most = most;
    this.isOfOneObject = isOfOneObject;
  }

  /** Problems of whatever there is. */
  public BoundedProblems(int most) {
    this(most, false);
  }

  /** Problems of one object, to which it also belongs that there are too many of them. */
  static BoundedProblems ofObject(int most) {
    return new BoundedProblems(most, true);
  }

  @Override
  public void report(Problem problem) {
    if (kept.size() < most) {
      kept.add(shortened(problem));
    } else if (kept.size() == most) {
      kept.add(
          Problem.error(ProblemCode.LIMIT_EXCEEDED)
              .object(isOfOneObject ? problem.object() : Optional.empty())
              .location(problem.location())
              .message("more than " + most + " problems (expected: fewer; the others are left out)")
              .build());
    }
  }

  /** What was kept, in the order of the reports. */
  public ImmutableList<Problem> all() {
    return ImmutableList.copyOf(kept);
  }

  static Problem shortened(Problem problem) {
    if (problem.message().length() <= LONGEST_TEXT && problem.path().length() <= LONGEST_TEXT) {
      return problem;
    }
    return problem.toBuilder()
        .message(shortened(problem.message()))
        .path(shortened(problem.path()))
        .build();
  }

  /** The start and the end, which says what was expected. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int half = LONGEST_TEXT / 2;
    return text.substring(0, half) + "..." + text.substring(text.length() - half);
  }
}
