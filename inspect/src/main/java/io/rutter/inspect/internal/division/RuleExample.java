// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.division;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.inspect.internal.diff.division.Condition;
import io.rutter.inspect.internal.diff.division.Dimension;
import io.rutter.inspect.internal.diff.division.Partition;
import io.rutter.inspect.internal.diff.division.TextTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a call that one rule takes and none before it. */
final class RuleExample {
  /** Values that are tried for one rule. */
  private static final int MOST = 2_000;

  private int tried;

  private RuleExample() {}

  /**
   * The values of such a call; absent if there is none, or none was found among those tried.
   *
   * @param before the conditions of the rules before it
   */
  static Optional<ImmutableMap<Dimension, Optional<String>>> of(
      List<Condition> before, Condition wanted) {
    return new RuleExample().search(before, wanted, ImmutableMap.of());
  }

  private Optional<ImmutableMap<Dimension, Optional<String>>> search(
      List<Condition> before, Condition wanted, ImmutableMap<Dimension, Optional<String>> values) {
    if (wanted.equals(Condition.never())
        || before.contains(Condition.always())
        || tried++ >= MOST) {
      return Optional.empty();
    }
    Optional<Dimension> next = next(before, wanted);
    if (next.isEmpty()) {
      return Optional.of(values);
    }
    Dimension dimension = next.get();
    for (Optional<String> value :
        Partition.of(dimension, tests(before, wanted, dimension)).values()) {
      Optional<ImmutableMap<Dimension, Optional<String>>> found =
          search(
              before.stream()
                  .map(one -> one.given(dimension, value))
                  .filter(one -> !one.equals(Condition.never()))
                  .toList(),
              wanted.given(dimension, value),
              ImmutableMap.<Dimension, Optional<String>>builder()
                  .putAll(values)
                  .put(dimension, value)
                  .buildOrThrow());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Dimension> next(List<Condition> before, Condition wanted) {
    return wanted
        .first()
        .or(() -> before.stream().flatMap(one -> one.first().stream()).findFirst());
  }

  private static ImmutableSet<TextTest> tests(
      List<Condition> before, Condition wanted, Dimension of) {
    ImmutableSet.Builder<TextTest> tests = ImmutableSet.builder();
    Stream.concat(Stream.of(wanted), ImmutableList.copyOf(before).stream())
        .forEach(
            condition ->
                condition.visit(
                    (dimension, test) -> {
                      if (dimension.equals(of)) {
                        tests.add(test);
                      }
                    }));
    return tests.build();
  }
}
