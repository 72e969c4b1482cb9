// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.ProblemCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rules of tls and tcp that are never used: the first that matches counts. A rule without
 * matches takes everything.
 */
final class UnreachableRules {
  private UnreachableRules() {}

  /**
   * Checks the rules of a list.
   *
   * @param rules the matches of each rule
   */
  static <M> void check(List<ImmutableList<M>> rules, Findings at) {
    Map<M, Integer> seen = new HashMap<>();
    int catchAll = -1;
    for (int i = 0; i < rules.size(); i++) {
      ImmutableList<M> matches = rules.get(i);
      if (catchAll >= 0) {
        warnRule(catchAll, at.at(i));
      } else if (matches.isEmpty()) {
        catchAll = i;
      } else {
        checkMatches(matches, i, seen, at.at(i));
      }
    }
  }

  private static <M> void checkMatches(
      ImmutableList<M> matches, int rule, Map<M, Integer> seen, Findings at) {
    if (seen.keySet().containsAll(matches)) {
      warnRule(seen.getOrDefault(matches.get(0), 0), at);
      return;
    }
    for (int i = 0; i < matches.size(); i++) {
      Integer earlier = seen.putIfAbsent(matches.get(i), rule);
      if (earlier != null) {
        warnMatch(earlier, at.at("match").at(i));
      }
    }
  }

  static void warnRule(int earlier, Findings at) {
    at.warn(
        ProblemCode.UNREACHABLE,
        "never used, rule "
            + earlier
            + " takes its traffic (expected: before that, or not at all)");
  }

  static void warnMatch(int earlier, Findings at) {
    at.warn(
        ProblemCode.UNREACHABLE,
        "never matches, rule " + earlier + " takes its traffic (expected: a match of its own)");
  }
}
