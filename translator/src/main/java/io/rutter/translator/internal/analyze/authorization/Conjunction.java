// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.rutter.translator.internal.analyze.authorization.Attribute.Kind;
import java.util.Optional;

/**
 * Constraints that must all hold: those of one source or of one operation, with those of {@code
 * when} that are about the same.
 */
record Conjunction(ImmutableList<Constraint> constraints) {
  /** Whether the other holds whenever this does. */
  boolean isWithin(Conjunction other) {
    return other.constraints.stream()
        .allMatch(
            theirs -> theirs.isAlwaysMet() || constraints.stream().anyMatch(theirs::isImpliedBy));
  }

  /** Whether it may hold for a connection to that port. */
  boolean mayBeFor(int port) {
    ValueSet number = AddressRange.port(Integer.toString(port));
    return constraints.stream()
        .filter(constraint -> constraint.isOf(Kind.PORT))
        .allMatch(constraint -> constraint.covers(number) != constraint.negated());
  }

  /** The ports that it names; empty if it names none. */
  ImmutableList<Integer> namedPorts() {
    return constraints.stream()
        .filter(constraint -> constraint.isOf(Kind.PORT) && !constraint.negated())
        .flatMap(constraint -> constraint.values().stream())
        .flatMap(value -> Optional.ofNullable(Ints.tryParse(value.text())).stream())
        .collect(toImmutableList());
  }

  /** Whether it certainly never holds. */
  boolean isImpossible() {
    return constraints.stream()
        .anyMatch(
            constraint ->
                constraint.isNeverMet()
                    || (!constraint.negated()
                        && constraint.values().stream()
                            .allMatch(value -> isExcluded(constraint, value))));
  }

  private boolean isExcluded(Constraint constraint, Constraint.Value value) {
    return constraints.stream().anyMatch(other -> constraint.isExcluded(value, other));
  }
}
