// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.condition;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.TextTest;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import java.util.Optional;

/** Conditions on headers, with those that stand for the method, the host and the path. */
final class HeaderConditions {
  private HeaderConditions() {}

  static Condition of(HeaderMatcher matcher) {
    Dimension dimension = dimension(matcher.getName().toLowerCase(ROOT));
    boolean empty = matcher.getTreatMissingHeaderAsEmpty();
    Condition present = present(dimension, empty);
    boolean inverted = matcher.getInvertMatch();
    return switch (matcher.getHeaderMatchSpecifierCase()) {
      case HEADERMATCHSPECIFIER_NOT_SET -> inverted ? present.negated() : present;
      case PRESENT_MATCH -> matcher.getPresentMatch() == inverted ? present.negated() : present;
      case RANGE_MATCH ->
          value(
              dimension,
              Optional.of(
                  TextTest.range(
                      matcher.getRangeMatch().getStart(), matcher.getRangeMatch().getEnd())),
              empty,
              inverted);
      default -> value(dimension, TextTest.of(HeaderMatch.stringMatcher(matcher)), empty, inverted);
    };
  }

  /** A missing header meets nothing, inverted or not, unless it counts as empty. */
  private static Condition value(
      Dimension dimension, Optional<TextTest> test, boolean empty, boolean inverted) {
    Condition condition =
        test.map(one -> Condition.of(dimension, empty ? one.countingMissing() : one))
            .orElse(Condition.never());
    return inverted
        ? Condition.all(ImmutableList.of(present(dimension, empty), condition.negated()))
        : condition;
  }

  private static Condition present(Dimension dimension, boolean empty) {
    return empty || !dimension.isOptional()
        ? Condition.always()
        : Condition.of(dimension, TextTest.PRESENT);
  }

  private static Dimension dimension(String name) {
    return switch (name) {
      case ":method" -> Dimension.METHOD;
      case ":path" -> Dimension.PATH;
      case ":authority", "host" -> Dimension.AUTHORITY;
      default -> new Dimension(Dimension.Kind.HEADER, name);
    };
  }
}
