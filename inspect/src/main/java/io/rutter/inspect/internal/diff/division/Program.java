// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.division;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What decides about calls. In each stage the first rule counts whose condition is met.
 *
 * @param access the stages that decide who may call, in order
 * @param routes what the calls that pass them are routed by; absent: no call passes
 */
public record Program(
    ImmutableList<ImmutableList<Rule>> access, Optional<ImmutableList<Rule>> routes) {
  /**
   * A rule.
   *
   * @param condition which calls it takes
   * @param effect what it does with them: equal numbers for what is equal
   * @param ends whether calls that it takes go no further; without meaning for routes
   */
  public record Rule(Condition condition, int effect, boolean ends) {
    private boolean isDecided() {
      return condition.equals(Condition.always());
    }
  }

  /** A program of these stages, without what no call reaches or what does nothing. */
  public static Program of(List<ImmutableList<Rule>> access, ImmutableList<Rule> routes) {
    return of(access, Optional.of(routes));
  }

  private static Program of(
      List<ImmutableList<Rule>> access, Optional<ImmutableList<Rule>> routes) {
    ImmutableList.Builder<ImmutableList<Rule>> kept = ImmutableList.builder();
    for (ImmutableList<Rule> stage : access) {
      ImmutableList<Rule> rules = reachable(stage);
      if (!rules.isEmpty()) {
        kept.add(rules);
      }
      if (!rules.isEmpty() && rules.get(0).isDecided() && rules.get(0).ends()) {
        return new Program(kept.build(), Optional.empty());
      }
    }
    return new Program(kept.build(), routes.map(Program::reachable));
  }

  private static ImmutableList<Rule> reachable(List<Rule> rules) {
    ImmutableList.Builder<Rule> kept = ImmutableList.builder();
    for (Rule rule : rules) {
      if (!rule.condition().equals(Condition.never())) {
        kept.add(rule);
      }
      if (rule.isDecided()) {
        break;
      }
    }
    return kept.build();
  }

  /** What is left of it for calls with this value. */
  public Program given(Dimension dimension, Optional<String> value) {
    ImmutableList.Builder<ImmutableList<Rule>> left = ImmutableList.builder();
    access.forEach(stage -> left.add(given(stage, dimension, value)));
    return of(left.build(), routes.map(rules -> given(rules, dimension, value)));
  }

  private static ImmutableList<Rule> given(
      List<Rule> rules, Dimension dimension, Optional<String> value) {
    ImmutableList.Builder<Rule> left = ImmutableList.builder();
    for (Rule rule : rules) {
      left.add(new Rule(rule.condition().given(dimension, value), rule.effect(), rule.ends()));
    }
    return left.build();
  }

  /** What the first route looks at that is not decided. */
  Optional<Dimension> nextOfRoutes() {
    return routes.flatMap(Program::next);
  }

  /** What the first rule looks at that is not decided, of those about who may call. */
  Optional<Dimension> nextOfAccess() {
    return access.stream().flatMap(stage -> next(stage).stream()).findFirst();
  }

  private static Optional<Dimension> next(List<Rule> rules) {
    return rules.isEmpty() ? Optional.empty() : rules.get(0).condition().first();
  }

  /** Passes on each test in it. */
  public void visit(BiConsumer<Dimension, TextTest> visitor) {
    access.forEach(stage -> stage.forEach(rule -> rule.condition().visit(visitor)));
    routes.ifPresent(rules -> rules.forEach(rule -> rule.condition().visit(visitor)));
  }
}
