// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableList;
import io.rutter.translator.internal.analyze.authorization.Attribute.Kind;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import java.util.stream.Stream;

/**
 * A list of values of which one must be there, or of which none may be.
 *
 * @param attribute what is looked at
 * @param key the key of a condition; empty for a field of a source or an operation
 * @param field the name of the list, such as {@code notPaths}
 * @param negated whether none may be there
 * @param values the values
 * @param place where the list is
 */
record Constraint(
    Attribute attribute,
    String key,
    String field,
    boolean negated,
    ImmutableList<Value> values,
    FindingPlace place) {
  /**
   * A value of the list.
   *
   * @param text the value as written
   * @param sets what it matches, which is several with several trust domains
   */
  record Value(String text, ImmutableList<ValueSet> sets) {
    boolean isCoveredBy(Constraint other) {
      return sets.stream().allMatch(other::covers);
    }

    boolean isDisjointFrom(Constraint other) {
      return sets.stream()
          .allMatch(set -> other.allSets().allMatch(theirs -> set.isDisjointFrom(theirs)));
    }
  }

  private Stream<ValueSet> allSets() {
    return values.stream().flatMap(value -> value.sets().stream());
  }

  /** Whether one of the values matches all that a set does. */
  boolean covers(ValueSet set) {
    return allSets().anyMatch(own -> own.covers(set));
  }

  /** Whether it holds for all requests for which the other does. */
  boolean isImpliedBy(Constraint other) {
    if (!attribute.equals(other.attribute)) {
      return false;
    }
    if (!negated) {
      return !other.negated && other.values.stream().allMatch(value -> value.isCoveredBy(this));
    }
    return other.negated
        ? values.stream().allMatch(value -> value.isCoveredBy(other))
        : attribute.isSingle() && values.stream().allMatch(value -> value.isDisjointFrom(other));
  }

  /** Whether a value of this, which must be there, cannot be because of the other. */
  boolean isExcluded(Value value, Constraint other) {
    return attribute.equals(other.attribute)
        && !negated
        && !equals(other)
        && (other.negated
            ? value.isCoveredBy(other)
            : attribute.isSingle() && value.isDisjointFrom(other));
  }

  /** Whether each request meets it: every path begins with a slash, and no method is empty. */
  boolean isAlwaysMet() {
    return !negated && coversEverything();
  }

  /** Whether no request meets it. */
  boolean isNeverMet() {
    return negated && coversEverything();
  }

  private boolean coversEverything() {
    return switch (attribute.kind()) {
      case PATH -> covers(new TextPattern(TextPattern.Form.PREFIX, "/"));
      case METHOD -> covers(TextPattern.ANY);
      default -> false;
    };
  }

  /** What is looked at, in words: the list, or the key of a condition. */
  String name() {
    return key.isEmpty() ? field : key;
  }

  /** Whether it is one of {@code when}, which are those of every entry of the rule. */
  boolean isOfWhen() {
    return !key.isEmpty();
  }

  /** Whether the values are trust domains. */
  boolean isOfTrustDomains() {
    return key.equals("source.trustDomain") || place.path().endsWith("rustDomains");
  }

  boolean isOf(Kind kind) {
    return attribute.kind() == kind;
  }
}
