// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.envoyproxy.envoy.type.matcher.v3.ValueMatcher;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.TextTest;
import java.util.List;

/** Conditions on what filters leave: on claims of tokens; nothing else is known before a call. */
final class MetadataConditions {
  private static final String TOKENS = "envoy.filters.http.jwt_authn";
  private static final int MOST_LEVELS = 50;

  private MetadataConditions() {}

  static Condition of(MetadataMatcher matcher, CallFacts facts) {
    Condition condition = met(matcher, facts);
    return matcher.getInvert() ? condition.negated() : condition;
  }

  private static Condition met(MetadataMatcher matcher, CallFacts facts) {
    List<String> path =
        matcher.getPathList().stream().map(MetadataMatcher.PathSegment::getKey).toList();
    if (!matcher.getFilter().equals(TOKENS) || path.isEmpty()) {
      return Condition.never();
    }
    Condition there = facts.token().has(path.get(0));
    List<String> claim = path.subList(1, path.size());
    if (claim.isEmpty()) {
      return matcher.getValue().hasPresentMatch() && matcher.getValue().getPresentMatch()
          ? there
          : Condition.never();
    }
    return matcher.getValue().hasPresentMatch() && !matcher.getValue().getPresentMatch()
        ? Condition.all(
                ImmutableList.of(there, Condition.of(dimension(claim, false), TextTest.PRESENT)))
            .negated()
        : Condition.all(
            ImmutableList.of(
                there,
                value(matcher.getValue(), dimension(claim, hasList(matcher.getValue(), 0)), 0)));
  }

  private static Dimension dimension(List<String> claim, boolean list) {
    if (claim.equals(List.of("iss"))) {
      return Dimension.TOKEN;
    }
    return Claims.dimension(claim, list);
  }

  private static boolean hasList(ValueMatcher matcher, int depth) {
    return matcher.hasListMatch()
        || (depth < MOST_LEVELS
            && matcher.getOrMatch().getValueMatchersList().stream()
                .anyMatch(one -> hasList(one, depth + 1)));
  }

  private static Condition value(ValueMatcher matcher, Dimension dimension, int depth) {
    if (depth > MOST_LEVELS) {
      return Condition.never();
    }
    return switch (matcher.getMatchPatternCase()) {
      case STRING_MATCH ->
          TextTest.of(matcher.getStringMatch())
              .map(test -> Condition.of(dimension, test))
              .orElse(Condition.never());
      case LIST_MATCH -> value(matcher.getListMatch().getOneOf(), dimension, depth + 1);
      case OR_MATCH ->
          Condition.some(
              matcher.getOrMatch().getValueMatchersList().stream()
                  .map(one -> value(one, dimension, depth + 1))
                  .distinct()
                  .collect(toImmutableList()));
      case PRESENT_MATCH -> Condition.of(dimension, TextTest.PRESENT);
      case NULL_MATCH, DOUBLE_MATCH, BOOL_MATCH, MATCHPATTERN_NOT_SET -> Condition.never();
    };
  }
}
