// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds rules of http that are never used, because earlier ones cover all of their matches. Earlier
 * delegating rules do not count: requests that the delegate does not match continue. Unlike Istio's
 * warning, this one has no false positives.
 */
final class UnreachableHttpRules {
  /** The most earlier matches that are compared, which bounds the work on lists of thousands. */
  private static final int MOST_EARLIER = 1000;

  private static final HttpMatch ANY = HttpMatch.builder().build();

  private UnreachableHttpRules() {}

  static void check(ImmutableList<HttpRoute> rules, Findings at) {
    List<Earlier> earlier = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      HttpRoute rule = rules.get(i);
      ImmutableList<HttpMatch> matches =
          rule.match().isEmpty() ? ImmutableList.of(ANY) : rule.match();
      List<Earlier> own = new ArrayList<>();
      List<Integer> covered = new ArrayList<>();
      for (int m = 0; m < matches.size(); m++) {
        HttpMatch match = matches.get(m);
        OptionalInt by = coveredBy(match, earlier, own);
        if (by.isPresent()) {
          covered.add(m);
        }
        if (own.size() < MOST_EARLIER) {
          own.add(new Earlier(match, i));
        }
      }
      warn(covered, matches, earlier, own, at.at(i));
      if (always(rule) && earlier.size() < MOST_EARLIER) {
        earlier.addAll(own);
      }
    }
  }

  private static void warn(
      List<Integer> covered,
      ImmutableList<HttpMatch> matches,
      List<Earlier> earlier,
      List<Earlier> own,
      Findings at) {
    boolean all =
        matches.stream().allMatch(match -> coveredBy(match, earlier, List.of()).isPresent());
    if (all) {
      UnreachableRules.warnRule(coveredBy(matches.get(0), earlier, List.of()).getAsInt(), at);
      return;
    }
    for (int m : covered) {
      int by =
          coveredBy(matches.get(m), earlier, own.subList(0, Math.min(m, own.size()))).getAsInt();
      UnreachableRules.warnMatch(by, at.at("match").at(m));
    }
  }

  private static OptionalInt coveredBy(HttpMatch match, List<Earlier> earlier, List<Earlier> own) {
    for (List<Earlier> list : List.of(earlier, own)) {
      for (Earlier other : list) {
        if (MatchCoverage.covers(other.match(), match)) {
          return OptionalInt.of(other.rule());
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the rule takes all requests that it matches. */
  private static boolean always(HttpRoute rule) {
    return rule.delegate().isEmpty()
        && (!rule.route().isEmpty() || rule.directResponse().isPresent());
  }

  /** A match, and the rule that it is of. */
  private record Earlier(HttpMatch match, int rule) {}
}
