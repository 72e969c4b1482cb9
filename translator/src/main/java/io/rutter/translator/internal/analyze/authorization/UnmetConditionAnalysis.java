// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Conditions of AuthorizationPolicies that no request meets, because others of the same rule
 * exclude all that they ask for. Istio document: Authorization Policy, {@code Rule}.
 */
final class UnmetConditionAnalysis {
  private UnmetConditionAnalysis() {}

  static void check(AuthorizationRules rules) {
    for (AuthorizationRules.Indexed rule : rules.all()) {
      check(rule.conditions().callers());
      check(rule.conditions().operations());
    }
  }

  /** What {@code when} asks for is not said to be unmet because of one of several entries. */
  private static void check(ImmutableList<Conjunction> entries) {
    entries.forEach(entry -> check(entry.constraints(), entries.size() > 1));
  }

  private static void check(ImmutableList<Constraint> all, boolean shared) {
    for (int i = 0; i < all.size(); i++) {
      Constraint constraint = all.get(i);
      if (constraint.isNeverMet()) {
        constraint
            .place()
            .warn(
                ProblemCode.NEVER_MATCHES,
                constraint.name()
                    + ": every request is excluded (expected: values that leave some over)");
      } else if (!constraint.negated()) {
        checkValues(all, i, shared);
      }
    }
  }

  private static void checkValues(ImmutableList<Constraint> all, int index, boolean shared) {
    Constraint constraint = all.get(index);
    List<Integer> excluding = new ArrayList<>();
    List<Integer> excluded = new ArrayList<>();
    for (int i = 0; i < constraint.values().size(); i++) {
      Optional<Integer> other = excluding(all, index, constraint.values().get(i), shared);
      if (other.isPresent()) {
        excluded.add(i);
        excluding.add(other.get());
      }
    }
    if (excluded.size() < constraint.values().size()) {
      for (int i = 0; i < excluded.size(); i++) {
        report(
            constraint.place().at(excluded.get(i)),
            constraint.values().get(excluded.get(i)).text() + " is never there",
            all.get(excluding.get(i)));
      }
    } else if (!isSaidOfOther(all, index, excluding, shared)) {
      report(
          constraint.place(),
          constraint.name() + ": no request meets this",
          all.get(excluding.get(0)));
    }
  }

  /** Of two lists that have nothing in common, the later one is reported. */
  private static boolean isSaidOfOther(
      ImmutableList<Constraint> all, int index, List<Integer> excluding, boolean shared) {
    int other = excluding.get(0);
    return other > index
        && !(shared && all.get(other).isOfWhen() && !all.get(index).isOfWhen())
        && !all.get(other).negated()
        && excluding.stream().allMatch(each -> each == other);
  }

  /** The position of what excludes a value: a negation if there is one. */
  private static Optional<Integer> excluding(
      ImmutableList<Constraint> all, int index, Constraint.Value value, boolean shared) {
    Optional<Integer> found = Optional.empty();
    for (int i = 0; i < all.size(); i++) {
      boolean ofEntry = shared && all.get(index).isOfWhen() && !all.get(i).isOfWhen();
      if (i != index && !ofEntry && all.get(index).isExcluded(value, all.get(i))) {
        if (all.get(i).negated()) {
          return Optional.of(i);
        }
        found = found.isPresent() ? found : Optional.of(i);
      }
    }
    return found;
  }

  private static void report(FindingPlace place, String what, Constraint other) {
    place.warn(
        ProblemCode.NEVER_MATCHES,
        what
            + ", as "
            + other.place().path()
            + (other.negated() ? " excludes it" : " asks for something else")
            + " (expected: values that go together)");
  }
}
